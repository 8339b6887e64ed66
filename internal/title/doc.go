// Package title holds the titles of units (danh hiệu): attained, aimed at, proposed
// or self-assessed, of the Party, the state and the mass organisations. A title
// that is aimed at may be lower than the one held: that is said ("đang ở trên").
package title
