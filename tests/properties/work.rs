//! Whether something takes time in proportion to its length.

use std::time::Duration;

/// Below this nothing is too long, and little can be measured.
const SHORT: Duration = Duration::from_millis(40);
/// How much longer four times as much may take: in proportion it is 4, with its square 16.
const MOST: u32 = 10;
/// Bytes of the shorter text.
const LENGTH: usize = 32 * 1024;

/// Whether it is the turn of `bytes` to be measured: one of many is, always the same.
pub(crate) fn is_due(bytes: &[u8]) -> bool {
    let mixed = bytes.iter().fold(5_381_u32, |mixed, byte| {
        mixed.wrapping_mul(33) ^ u32::from(*byte)
    });
    mixed % 2_048 == 0
}

/// Checks that `what` takes time in proportion to the length of `piece`, repeated.
pub(crate) fn check(piece: &str, what: impl Fn(&str)) {
    if piece.is_empty() {
        return;
    }
    let repeated = |length: usize| piece.repeat(length.div_ceil(piece.len()));
    let (short, long) = (repeated(LENGTH), repeated(4 * LENGTH));
    // The least of several: whatever else the machine does only adds.
    let (mut least_short, mut least_long) = (Duration::MAX, Duration::MAX);
    for _ in 0..8 {
        least_short = least_short.min(spent(|| what(&short)));
        least_long = least_long.min(spent(|| what(&long)));
        if least_long < SHORT || least_long < least_short * MOST {
            return;
        }
    }
    panic!("{least_short:?} for {LENGTH} bytes, {least_long:?} for four times as many");
}

/// The time this thread was at work.
fn spent(what: impl FnOnce()) -> Duration {
    let before = at_work();
    what();
    at_work().saturating_sub(before)
}

#[cfg(target_os = "linux")]
fn at_work() -> Duration {
    // Nanoseconds on a processor, nanoseconds of waiting for one, turns.
    let counts = std::fs::read_to_string("/proc/thread-self/schedstat");
    let counts = counts.unwrap_or_default();
    let first = counts.split(' ').next().unwrap_or_default();
    match first.parse() {
        Ok(nanoseconds) if nanoseconds > 0 => Duration::from_nanos(nanoseconds),
        _ => elapsed(),
    }
}

#[cfg(not(target_os = "linux"))]
fn at_work() -> Duration {
    elapsed()
}

/// The time since the first call, whoever was at work.
fn elapsed() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
