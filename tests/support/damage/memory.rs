//! How much memory the process took, as Linux counts it; elsewhere nobody knows.
use std::fs;

/// Counts from where it begins.
pub struct Peak(Option<u64>);

impl Peak {
    /// Begins to count.
    pub fn begin() -> Self {
        // 5: forget the most that was taken so far.
        let forgotten = fs::write("/proc/self/clear_refs", "5").is_ok();
        Self(status("VmRSS:").filter(|_| forgotten))
    }

    /// The most bytes that were taken since, beyond what was taken then.
    pub fn end(&self) -> Option<u64> {
        Some(status("VmHWM:")?.saturating_sub(self.0?))
    }
}

fn status(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes << 10)
}
