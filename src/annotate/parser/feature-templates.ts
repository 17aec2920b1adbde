/**
 * The parser's feature templates, one a line: atoms of the configuration whose values are taken together.
 * After Zhang and Nivre (2011), with the second word of the stack (s1) in place of the head of the first.
 *
 * An atom is a place and a property. Places: `s0 s1 s2` the stack from its top, `b0 … b3` the buffer, `x.l x.l2 x.r
 * x.r2` the outermost dependents of x on the left and right, `s0+1` the word after s0 in the text, `b0-1` the word
 * before b0. Properties: `w` word, `t` tag, `c` cluster, `l` relation, `vl vr` number of dependents left and right,
 * `sl sr` their relations. `near` and `far` are the distances s0–b0 and s1–s0 in words; `commas` and `farcommas`
 * count commas in them; `quotes` tells how many quotation marks stand between s0 and b0.
 */
export const FEATURE_TEMPLATES = `
s0:w
s0:t
s0:w s0:t
s1:w
s1:t
s1:w s1:t
s2:w
s2:t
s2:w s2:t
b0:w
b0:t
b0:w b0:t
b1:w
b1:t
b1:w b1:t
b2:w
b2:t
b2:w b2:t
b3:t
s0:c
s1:c
b0:c
b1:c
s0:c b0:c
s1:c s0:c
s0:c b0:t
s0:t b0:c
s1:c b0:c
s1:c s0:t
s1:t s0:c
s1:c s0:c b0:c
s0:w s0:t b0:w b0:t
s0:w s0:t b0:w
s0:w b0:w b0:t
s0:w s0:t b0:t
s0:t b0:w b0:t
s0:w b0:w
s0:w b0:t
s0:t b0:w
s0:t b0:t
b0:t b1:t
b0:w b1:w
b0:w b1:t
b0:t b1:w
s0:t b1:t
s0:w b1:w
s1:w s0:w
s1:w s1:t s0:t
s1:t s0:w s0:t
s1:w s0:t
s1:t s0:w
s1:t s0:t
s1:w b0:w
s1:t b0:w
s1:w b0:t
s1:t b0:t
s2:t s0:t
s2:t b0:t
s2:w b0:t
s2:w s0:t
s1:w s0:w b0:w
s1:w s0:t b0:w
s1:t s0:w b0:w
s1:t s0:t b0:w
s1:w s0:t b0:t
s1:t s0:w b0:t
s1:t s0:t b0:t
s2:t s1:t s0:t
s2:t s1:t b0:t
s2:t s1:t s0:t b0:t
b0:t b1:t b2:t
s0:t b0:t b1:t
s0:w b0:t b1:t
s0:t b0:w b1:t
s0:t b0:t b1:w
s1:t s0:t b0:t b1:t
s0:t b0:t b1:t b2:t
s1:t b0:t b1:t
b1:t b2:t b3:t
s0.l:w
s0.l:t
s0.l:l
s0.r:w
s0.r:t
s0.r:l
s1.l:w
s1.l:t
s1.l:l
s1.r:w
s1.r:t
s1.r:l
b0.l:w
b0.l:t
b0.l:l
s0.l2:t
s0.l2:l
s0.r2:t
s0.r2:l
s1.r2:t
s1.r2:l
b0.l2:t
b0.l2:l
s0:t s0.l:t b0:t
s0:t s0.r:t b0:t
s0:t b0:t b0.l:t
s0:w s0.l:l b0:t
s0:t s0.l:w b0:t
s1:t s0.l:w
s1:w s0.l:w
s1:w s0.l:w s0:w
s1:t s0.l:w s0:t
s1:w s0.l:w s0:t
s1:c s0.l:w s0:c
s2:w s0.l:w
s0:w b0.l:w
s0:w b0.l:w b0:t
s0:t b0.l:w b0:t
s0:c b0.l:w b0:c
s1:t s1.r:t s0:t
s1:t s1.l:t s0:t
s1:t s0:t s0.l:t
s1:t s0:t s0.r:t
s1:t s1.r:l s0:t
s1:t s1.r:w s0:t
s0:t s0.r:l b0:t
s0:t s0.r:w b0:t
s0:t s0.l:t s0.l2:t
s0:t s0.r:t s0.r2:t
b0:t b0.l:t b0.l2:t
s1:t s1.r:t s1.r2:t
s0:w s0:vr
s0:t s0:vr
s0:w s0:vl
s0:t s0:vl
s1:w s1:vr
s1:t s1:vr
s1:t s1:vl
b0:w b0:vl
b0:t b0:vl
s0:w s0:sl
s0:t s0:sl
s0:w s0:sr
s0:t s0:sr
s1:w s1:sr
s1:t s1:sr
s1:t s1:sl
b0:w b0:sl
b0:t b0:sl
s0:t s0:sl b0:t
s0:t s0:sl s0:sr
s1:t s1:sl s1:sr
s1:t s1:sr s0:t
s0:t b0:t b0:sl
s1:t s1:sl s0:t s0:sl
s0:t s0:sl b0:t b0:sl
s0:w near
s0:t near
b0:w near
b0:t near
s0:w b0:w near
s0:t b0:t near
s1:w far
s1:t far
s0:w far
s0:t far
s1:t s0:t far
s1:w s0:w far
s0:t b0:t commas
s1:t s0:t farcommas
s1:w s0:t farcommas
s0:t b0:w commas
s1:t s0:t b0:t farcommas
s0:t b0:t quotes
s0+1:t s0:t b0:t
b0-1:t s0:t b0:t
s1:t s0:t s0+1:t b0-1:t
`;
