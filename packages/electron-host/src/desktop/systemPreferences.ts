/** macOS only: elsewhere Electron has no such method, and calling it throws. */
export const systemPreferences = {
  setUserDefault<Type extends keyof Electron.UserDefaultTypes>(
    _key: string,
    _type: Type,
    _value: Electron.UserDefaultTypes[Type],
  ): void {
    throw new TypeError('systemPreferences.setUserDefault is not a function');
  },
};
