;; The inner loops of training and scoring, four numbers at a time. A matrix is rows of floats, each `stride` bytes long, a multiple of 64;
;; one of bytes has rows of a multiple of 16. A sparse vector is `count` row numbers (i32) and as many values (f32). All pointers are byte
;; addresses, aligned to 16.
(module
  (import "arena" "memory" (memory 1))

  ;; out += sum over k of values[k] * matrix[ids[k]]
  (func (export "gather")
    (param $ids i32) (param $values i32) (param $count i32) (param $matrix i32) (param $stride i32) (param $out i32)
    (local $block i32) (local $k i32) (local $end i32) (local $row i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $blocks
      (local.set $row (i32.add (local.get $out) (local.get $block)))
      (local.set $a (v128.load (local.get $row)))
      (local.set $b (v128.load offset=16 (local.get $row)))
      (local.set $c (v128.load offset=32 (local.get $row)))
      (local.set $d (v128.load offset=48 (local.get $row)))
      (local.set $k (i32.const 0))
      (loop $terms
        (local.set $row (i32.add (i32.add (local.get $matrix) (local.get $block))
          (i32.mul (i32.load (i32.add (local.get $ids) (local.get $k))) (local.get $stride))))
        (local.set $value (v128.load32_splat (i32.add (local.get $values) (local.get $k))))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $value) (v128.load (local.get $row)))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $row)))))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $row)))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $row)))))
        (br_if $terms (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $end))))
      (local.set $row (i32.add (local.get $out) (local.get $block)))
      (v128.store (local.get $row) (local.get $a))
      (v128.store offset=16 (local.get $row) (local.get $b))
      (v128.store offset=32 (local.get $row) (local.get $c))
      (v128.store offset=48 (local.get $row) (local.get $d))
      (br_if $blocks (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $stride)))))

  ;; out += sum over k of values[k] * matrix[ids[k]], where the matrix holds signed bytes and `out` floats
  (func (export "gatherBytes")
    (param $ids i32) (param $values i32) (param $count i32) (param $matrix i32) (param $stride i32) (param $out i32)
    (local $block i32) (local $k i32) (local $end i32) (local $at i32) (local $value v128) (local $bytes v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $blocks
      (local.set $a (v128.load (local.get $out)))
      (local.set $b (v128.load offset=16 (local.get $out)))
      (local.set $c (v128.load offset=32 (local.get $out)))
      (local.set $d (v128.load offset=48 (local.get $out)))
      (local.set $k (i32.const 0))
      (loop $terms
        (local.set $at (i32.add (i32.add (local.get $matrix) (local.get $block))
          (i32.mul (i32.load (i32.add (local.get $ids) (local.get $k))) (local.get $stride))))
        (local.set $value (v128.load32_splat (i32.add (local.get $values) (local.get $k))))
        (local.set $bytes (v128.load8x8_s (local.get $at)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $value)
          (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $bytes))))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $value)
          (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $bytes))))))
        (local.set $bytes (v128.load8x8_s offset=8 (local.get $at)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $value)
          (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $bytes))))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $value)
          (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $bytes))))))
        (br_if $terms (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $out) (local.get $a))
      (v128.store offset=16 (local.get $out) (local.get $b))
      (v128.store offset=32 (local.get $out) (local.get $c))
      (v128.store offset=48 (local.get $out) (local.get $d))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (br_if $blocks (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 16))) (local.get $stride)))))

  ;; matrix[ids[k]] += values[k] * row, for every k
  (func (export "scatter")
    (param $ids i32) (param $values i32) (param $count i32) (param $matrix i32) (param $stride i32) (param $row i32)
    (local $block i32) (local $k i32) (local $end i32) (local $at i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $blocks
      (local.set $at (i32.add (local.get $row) (local.get $block)))
      (local.set $a (v128.load (local.get $at)))
      (local.set $b (v128.load offset=16 (local.get $at)))
      (local.set $c (v128.load offset=32 (local.get $at)))
      (local.set $d (v128.load offset=48 (local.get $at)))
      ;; Most steps of a settled vector are nought: a block without one changes nothing.
      (if (v128.any_true (v128.or (v128.or (local.get $a) (local.get $b)) (v128.or (local.get $c) (local.get $d))))
        (then
          (local.set $k (i32.const 0))
          (loop $terms
            (local.set $at (i32.add (i32.add (local.get $matrix) (local.get $block))
              (i32.mul (i32.load (i32.add (local.get $ids) (local.get $k))) (local.get $stride))))
            (local.set $value (v128.load32_splat (i32.add (local.get $values) (local.get $k))))
            (v128.store (local.get $at)
              (f32x4.add (v128.load (local.get $at)) (f32x4.mul (local.get $value) (local.get $a))))
            (v128.store offset=16 (local.get $at)
              (f32x4.add (v128.load offset=16 (local.get $at)) (f32x4.mul (local.get $value) (local.get $b))))
            (v128.store offset=32 (local.get $at)
              (f32x4.add (v128.load offset=32 (local.get $at)) (f32x4.mul (local.get $value) (local.get $c))))
            (v128.store offset=48 (local.get $at)
              (f32x4.add (v128.load offset=48 (local.get $at)) (f32x4.mul (local.get $value) (local.get $d))))
            (br_if $terms (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $end))))))
      (br_if $blocks (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $stride)))))

  ;; out[k] = matrix[ids[k]] · row, for every k
  (func (export "dots")
    (param $ids i32) (param $count i32) (param $matrix i32) (param $stride i32) (param $row i32) (param $out i32)
    (local $block i32) (local $k i32) (local $end i32) (local $at i32) (local $from i32) (local $a v128) (local $b v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $terms
      (local.set $at (i32.add (local.get $matrix)
        (i32.mul (i32.load (i32.add (local.get $ids) (local.get $k))) (local.get $stride))))
      (local.set $from (local.get $row))
      (local.set $block (i32.const 0))
      (local.set $a (f32x4.splat (f32.const 0)))
      (local.set $b (f32x4.splat (f32.const 0)))
      (loop $blocks
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (v128.load (local.get $at)) (v128.load (local.get $from)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=16 (local.get $at)) (v128.load offset=16 (local.get $from)))))
        (local.set $a (f32x4.add (local.get $a)
          (f32x4.mul (v128.load offset=32 (local.get $at)) (v128.load offset=32 (local.get $from)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=48 (local.get $at)) (v128.load offset=48 (local.get $from)))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (local.set $from (i32.add (local.get $from) (i32.const 64)))
        (br_if $blocks (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $stride))))
      (local.set $a (f32x4.add (local.get $a) (local.get $b)))
      (f32.store (i32.add (local.get $out) (local.get $k))
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
          (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
      (br_if $terms (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $end)))))

  ;; One step of dual coordinate descent for every class at once. Per class: the projected gradient widens [lowest, highest], the dual variable
  ;; moves to its best value unless the gradient is within `negligible`, and `steps` says by how much the weights change (times the vector).
  ;; `signs` is 1 for the vector's own class, -1 for the others, 0 for lanes that are no class.
  (func (export "step")
    (param $scores i32) (param $signs i32) (param $alpha i32) (param $steps i32) (param $lowest i32) (param $highest i32) (param $stride i32)
    (param $diagonal f32) (param $rate f32) (param $negligible f32)
    (local $at i32) (local $a v128) (local $gradient v128) (local $projected v128) (local $next v128)
    (loop $lanes
      (local.set $a (v128.load (i32.add (local.get $alpha) (local.get $at))))
      (local.set $gradient
        (f32x4.add
          (f32x4.sub
            (f32x4.mul (v128.load (i32.add (local.get $signs) (local.get $at))) (v128.load (i32.add (local.get $scores) (local.get $at))))
            (f32x4.splat (f32.const 1)))
          (f32x4.mul (local.get $a) (f32x4.splat (local.get $diagonal)))))
      ;; At the bound, a gradient that points out of it is none.
      (local.set $projected
        (v128.bitselect (f32x4.min (local.get $gradient) (f32x4.splat (f32.const 0))) (local.get $gradient)
          (f32x4.eq (local.get $a) (f32x4.splat (f32.const 0)))))
      (v128.store (i32.add (local.get $highest) (local.get $at))
        (f32x4.max (v128.load (i32.add (local.get $highest) (local.get $at))) (local.get $projected)))
      (v128.store (i32.add (local.get $lowest) (local.get $at))
        (f32x4.min (v128.load (i32.add (local.get $lowest) (local.get $at))) (local.get $projected)))
      (local.set $next
        (v128.bitselect
          (f32x4.max
            (f32x4.sub (local.get $a) (f32x4.mul (local.get $gradient) (f32x4.splat (local.get $rate))))
            (f32x4.splat (f32.const 0)))
          (local.get $a)
          (f32x4.gt (f32x4.abs (local.get $projected)) (f32x4.splat (local.get $negligible)))))
      (v128.store (i32.add (local.get $alpha) (local.get $at)) (local.get $next))
      (v128.store (i32.add (local.get $steps) (local.get $at))
        (f32x4.mul (f32x4.sub (local.get $next) (local.get $a)) (v128.load (i32.add (local.get $signs) (local.get $at)))))
      (br_if $lanes (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $stride)))))
)
