// Full screen and a screen that stays awake, as long as the kiosk is open.

let wanted = false;
/** @type {WakeLockSentinel | undefined} */
let awake;

/** @param {boolean} on */
export async function set_kiosk(on) {
  wanted = on;
  if (on) {
    await Promise.allSettled([document.documentElement.requestFullscreen?.(), stay_awake()]);
  } else {
    await awake?.release();
    awake = undefined;
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    }
  }
}

async function stay_awake() {
  awake = await navigator.wakeLock?.request('screen');
}

// A hidden page loses its wake lock; browsers give full screen only after a touch.
document.addEventListener('visibilitychange', () => {
  if (wanted && document.visibilityState === 'visible') {
    stay_awake().catch(() => {});
  }
});
document.addEventListener('pointerup', () => {
  if (wanted && !document.fullscreenElement) {
    document.documentElement.requestFullscreen?.().catch(() => {});
  }
});
