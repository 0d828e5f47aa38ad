/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    TARO_APP_API_BASE: string;
    TARO_APP_CLOUD_ENV: string;
    TARO_APP_SITE_NAME: string;
    TARO_APP_CITY_NAME: string;
  }
}
