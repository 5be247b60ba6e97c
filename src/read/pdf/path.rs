//! Paths, as far as they are lines of tables.
use super::geometry::Point;
use crate::document::Rect;

/// The most points of a path; tables have four.
const MAX_POINTS: usize = 10_000;
/// The thickest filled rectangle that is a ruling, in points.
const THICKEST: f32 = 3.0;

/// The path that is being built, in the coordinates of the page.
#[derive(Default)]
pub struct Path {
    points: Vec<Point>,
    /// Where its parts begin, and whether they are straight.
    parts: Vec<(usize, bool)>,
}

impl Path {
    pub fn move_to(&mut self, point: Point) {
        if self.points.len() < MAX_POINTS {
            self.parts.push((self.points.len(), true));
            self.points.push(point);
        }
    }

    /// Goes on to a point, straight or not.
    pub fn line_to(&mut self, point: Point, straight: bool) {
        if self.points.len() < MAX_POINTS
            && let Some(part) = self.parts.last_mut()
        {
            part.1 &= straight;
            self.points.push(point);
        }
    }

    pub fn close(&mut self) {
        if let Some(&(start, _)) = self.parts.last() {
            let first = self.points[start];
            self.line_to(first, true);
        }
    }

    pub fn rectangle(&mut self, [first, others @ ..]: [Point; 4]) {
        self.move_to(first);
        others.into_iter().for_each(|corner| self.line_to(corner, true));
        self.close();
    }

    /// Tells each ruling that the path draws where it is filled, or stroked this thick.
    pub fn rulings(&self, filled: bool, stroked: Option<f32>, mut each: impl FnMut(Rect)) {
        let ends = self.parts.iter().skip(1).map(|part| part.0).chain([self.points.len()]);
        for (&(start, straight), end) in self.parts.iter().zip(ends) {
            let points = &self.points[start..end];
            let rect = Rect::around(points);
            if straight && filled && rect.width().min(rect.height()) <= THICKEST && points.len() <= 6 {
                each(rect);
            }
            if straight && let Some(thickness) = stroked {
                points
                    .windows(2)
                    .filter_map(|pair| side(pair, thickness.clamp(0.1, THICKEST) / 2.0))
                    .for_each(&mut each);
            }
        }
    }
}

/// The ruling between two points, half as thick to each side; none where it is neither upright nor level.
fn side(pair: &[Point], half: f32) -> Option<Rect> {
    let Rect { left, top, right, bottom } = Rect::around(pair);
    let level = right - left >= bottom - top;
    ((right - left).min(bottom - top) < 0.5).then_some(match level {
        true => Rect { left, top: top - half, right, bottom: bottom + half },
        false => Rect { left: left - half, top, right: right + half, bottom },
    })
}
