//! A small generator of pseudo-random numbers (splitmix64): the same on every machine.

/// The state of the generator.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator; neighbouring seeds give unrelated numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits() % n
    }

    /// A number from `low` to `high`, both included.
    pub fn range(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    /// A number from `low` to `high` that is more often small: what is counted grows by factors.
    pub fn skewed(&mut self, low: u64, high: u64) -> u64 {
        let top = self.range(low, high);
        let top = self.range(low, top);
        self.range(low, top)
    }

    /// True in `percent` of the cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }

    /// One of them, each as often as its weight says.
    pub fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut point = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|&weight| {
                if point < weight {
                    true
                } else {
                    point -= weight;
                    false
                }
            })
            .unwrap_or(0)
    }

    /// `n` of them, in an order of chance.
    pub fn some<T: Clone>(&mut self, of: &[T], n: usize) -> Vec<T> {
        let mut rest = of.to_vec();
        let mut chosen = vec![];
        while chosen.len() < n && !rest.is_empty() {
            chosen.push(rest.swap_remove(self.below(rest.len() as u64) as usize));
        }
        chosen
    }

    /// Splits `total` into `parts` numbers, all at least `least`; `total` is large enough for that.
    pub fn split(&mut self, total: u64, parts: usize, least: u64) -> Vec<u64> {
        let free = total - least * parts as u64;
        let mut cuts: Vec<u64> = (1..parts).map(|_| self.range(0, free)).collect();
        cuts.extend([0, free]);
        cuts.sort_unstable();
        cuts.windows(2).map(|pair| pair[1] - pair[0] + least).collect()
    }
}
