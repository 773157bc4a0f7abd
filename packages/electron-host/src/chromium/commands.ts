/** The part of the Chrome DevTools Protocol that the host speaks. Source: https://chromedevtools.github.io/devtools-protocol/ */

export type Nothing = Record<string, never>;

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';
/** DIP, of the outer frame. */
export interface WindowBounds {
  left?: number;
  top?: number;
  width?: number;
  height?: number;
  windowState?: WindowState;
}

export interface RemoteObject {
  type: string;
  value?: unknown;
  description?: string;
  unserializableValue?: string;
  objectId?: string;
}
export interface ExceptionDetails {
  text: string;
  exception?: RemoteObject;
  url?: string;
  lineNumber: number;
}
interface Evaluated {
  result: RemoteObject;
  exceptionDetails?: ExceptionDetails;
}
export interface HeaderEntry {
  name: string;
  value: string;
}

/** Every command: [parameters, result]. */
export interface Commands {
  'Browser.getVersion': [Nothing, { product: string }];
  'Browser.close': [Nothing, Nothing];
  'Browser.setDownloadBehavior': [{ behavior: 'deny' | 'default' }, Nothing];
  'Browser.getWindowForTarget': [{ targetId: string }, { windowId: number }];
  'Browser.getWindowBounds': [{ windowId: number }, { bounds: Required<WindowBounds> }];
  'Browser.setWindowBounds': [{ windowId: number; bounds: WindowBounds }, Nothing];
  'Browser.setPermission': [
    { permission: { name: string }; setting: 'granted' | 'denied' | 'prompt'; origin?: string },
    Nothing,
  ];
  'Target.setAutoAttach': [
    { autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: true; filter?: { type: string }[] },
    Nothing,
  ];
  'Target.setDiscoverTargets': [{ discover: boolean; filter?: { type: string }[] }, Nothing];
  'Target.createTarget': [{ url: string; newWindow?: boolean }, { targetId: string }];
  'Target.closeTarget': [{ targetId: string }, Nothing];
  'Fetch.enable': [{ patterns: { urlPattern: string }[] }, Nothing];
  'Fetch.continueRequest': [{ requestId: string }, Nothing];
  'Fetch.failRequest': [
    { requestId: string; errorReason: 'Aborted' | 'Failed' | 'BlockedByClient' },
    Nothing,
  ];
  'Fetch.fulfillRequest': [
    {
      requestId: string;
      responseCode: number;
      responsePhrase?: string;
      responseHeaders: HeaderEntry[];
      body: string;
    },
    Nothing,
  ];
  'Page.enable': [Nothing, Nothing];
  'Page.setLifecycleEventsEnabled': [{ enabled: boolean }, Nothing];
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, { identifier: string }];
  'Page.removeScriptToEvaluateOnNewDocument': [{ identifier: string }, Nothing];
  'Page.navigate': [{ url: string }, { errorText?: string }];
  'Page.reload': [Nothing, Nothing];
  'Page.bringToFront': [Nothing, Nothing];
  'Page.captureScreenshot': [{ format: 'png' }, { data: string }];
  'Page.printToPDF': [
    {
      landscape?: boolean;
      printBackground?: boolean;
      scale?: number;
      pageRanges?: string;
      paperWidth?: number;
      paperHeight?: number;
      preferCSSPageSize?: boolean;
      displayHeaderFooter?: boolean;
      generateTaggedPDF?: boolean;
      generateDocumentOutline?: boolean;
      headerTemplate?: string;
      footerTemplate?: string;
      marginTop?: number;
      marginBottom?: number;
      marginLeft?: number;
      marginRight?: number;
    },
    { data: string },
  ];
  'Page.handleJavaScriptDialog': [{ accept: boolean }, Nothing];
  'Log.enable': [Nothing, Nothing];
  'Runtime.enable': [Nothing, Nothing];
  'Runtime.runIfWaitingForDebugger': [Nothing, Nothing];
  'Runtime.addBinding': [{ name: string; executionContextName: string }, Nothing];
  'Runtime.evaluate': [
    {
      expression: string;
      awaitPromise?: boolean;
      returnByValue?: boolean;
      userGesture?: boolean;
      contextId?: number;
    },
    Evaluated,
  ];
  'Runtime.callFunctionOn': [
    {
      functionDeclaration: string;
      arguments: { value: string }[];
      executionContextId: number;
      silent: boolean;
    },
    Evaluated,
  ];
  'Debugger.enable': [Nothing, Nothing];
  'Debugger.resume': [Nothing, Nothing];
  'Debugger.evaluateOnCallFrame': [{ callFrameId: string; expression: string }, Evaluated];
  'DOM.getFileInfo': [{ objectId: string }, { path: string }];
  'Emulation.setEmulatedMedia': [{ features: { name: string; value: string }[] }, Nothing];
  'Emulation.setDefaultBackgroundColorOverride': [
    { color: { r: number; g: number; b: number; a: number } },
    Nothing,
  ];
}

export interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
  openerId?: string;
}
export interface PausedRequest {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    postDataEntries?: { bytes?: string }[];
  };
  redirectedRequestId?: string;
}
/** Events of the browser itself. */
export interface BrowserEvents {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo };
  'Target.detachedFromTarget': { sessionId: string };
  'Target.targetCrashed': { targetId: string; status: string; errorCode: number };
  'Fetch.requestPaused': PausedRequest;
}
/** Events of one page. */
export interface PageEvents {
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; auxData?: { frameId?: string; isDefault?: boolean } };
  };
  'Runtime.executionContextDestroyed': { executionContextId: number };
  'Runtime.executionContextsCleared': Nothing;
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.consoleAPICalled': {
    type: string;
    args: RemoteObject[];
    stackTrace?: { callFrames: { url: string; lineNumber: number }[] };
  };
  'Runtime.exceptionThrown': { exceptionDetails: ExceptionDetails };
  'Log.entryAdded': {
    entry: { source: string; level: string; text: string; url?: string; lineNumber?: number };
  };
  'Page.frameAttached': { frameId: string };
  'Page.frameNavigated': {
    frame: { id: string; parentId?: string; url: string; urlFragment?: string; unreachableUrl?: string };
  };
  'Page.navigatedWithinDocument': { frameId: string; url: string };
  'Page.lifecycleEvent': { frameId: string; name: string };
  'Page.loadEventFired': Nothing;
  'Page.frameResized': Nothing;
  'Page.windowOpen': { url: string; windowName: string; windowFeatures: string[] };
  'Page.javascriptDialogOpening': { type: string };
  'Debugger.paused': { callFrames: { callFrameId: string; functionName: string }[] };
}
