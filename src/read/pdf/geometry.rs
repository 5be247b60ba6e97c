//! Points, transformations and rectangles.
use crate::document::Rect;

/// A point: right, then up (in the file) or down (on the page).
pub type Point = (f32, f32);

/// A linear map with a shift, as the six numbers that PDF writes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform(pub [f32; 6]);

impl Transform {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then `next`.
    pub fn then(&self, next: &Self) -> Self {
        let ([a, b, c, d, e, f], [ra, rb, rc, rd, re, rf]) = (self.0, next.0);
        Self([
            a * ra + b * rc,
            a * rb + b * rd,
            c * ra + d * rc,
            c * rb + d * rd,
            e * ra + f * rc + re,
            e * rb + f * rd + rf,
        ])
    }

    pub fn point(&self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f] = self.0;
        (x * a + y * c + e, x * b + y * d + f)
    }

    /// Where a direction leads.
    pub fn vector(&self, (x, y): Point) -> Point {
        let [a, b, c, d, ..] = self.0;
        (x * a + y * c, x * b + y * d)
    }

    /// The rectangle that holds the image of the one between two corners.
    pub fn rect(&self, (x0, y0): Point, (x1, y1): Point) -> Rect {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|corner| self.point(corner));
        Rect::around(&corners)
    }

    /// How much longer a length becomes, about.
    pub fn scale(&self) -> f32 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }
}

impl Rect {
    /// The smallest rectangle around points; they are not none.
    pub(super) fn around(points: &[Point]) -> Self {
        let mut rect = Self { left: f32::MAX, top: f32::MAX, right: f32::MIN, bottom: f32::MIN };
        for &(x, y) in points {
            rect = rect.join(Self { left: x, top: y, right: x, bottom: y });
        }
        rect
    }

    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f32 {
        self.bottom - self.top
    }

    pub(super) fn centre(&self) -> Point {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Whether all its numbers are such as a page can have.
    pub(super) fn is_sound(&self) -> bool {
        [self.left, self.top, self.right, self.bottom].iter().all(|side| side.abs() < 1e6)
    }
}
