import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { Console } from './app/Console.js';
import './app/theme.css';
import './components/components.css';

dayjs.locale('zh-cn');
createRoot(document.getElementById('root')!).render(<Console />);
