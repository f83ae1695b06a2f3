//! A small generator with a fixed seed: a failure comes back.

/// Its state, which is also its seed.
#[derive(Clone, Debug)]
pub struct Random(pub u64);

impl Random {
    fn step(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0
    }

    /// A number below this one; 0 where there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.step() >> 33).unwrap_or_default() % limit.max(1)
    }

    /// Any byte.
    pub fn byte(&mut self) -> u8 {
        self.step().to_be_bytes()[0]
    }
}
