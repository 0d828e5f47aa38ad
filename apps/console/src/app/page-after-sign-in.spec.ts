import { pageAfterSignIn } from './page-after-sign-in.js';

describe('the page after signing in', () => {
  it.each([
    ['', '/'],
    ['?next=%2Fcontents%2Fdesk%3Fmine%3Ddesk', '/contents/desk?mine=desk'],
    ['?next=%2F%2Fevil.example', '/'],
    ['?next=%2F%5Cevil.example', '/'],
    ['?next=https%3A%2F%2Fevil.example', '/'],
    ['?next=%2Fsign-in', '/'],
  ])('for %s is %s', (search, page) => expect(pageAfterSignIn(search)).toBe(page));
});
