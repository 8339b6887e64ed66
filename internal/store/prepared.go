package store

import (
	"context"
	"database/sql"
)

// prepared keeps the writer's statements from group to group. Statements are
// package variables, so their number is bounded by the program.
//
// The writer has one connection: while a group holds it nothing can be prepared
// beside the group. A statement seen for the first time is therefore prepared
// for its group alone, and once more for all later groups after the commit.
type prepared struct {
	db  *sql.DB
	by  map[string]*sql.Stmt
	new []string
}

// within gives the statements as one group uses them.
func (p *prepared) within(raw *sql.Tx) *inGroup {
	p.new = p.new[:0]
	return &inGroup{all: p, raw: raw, by: map[string]*sql.Stmt{}}
}

// learn prepares what the last group used for the first time. A statement that
// cannot be prepared now is tried again by the next group that uses it.
func (p *prepared) learn() {
	for _, text := range p.new {
		if st, err := p.db.PrepareContext(context.Background(), text); err == nil {
			p.by[text] = st
		}
	}
	p.new = p.new[:0]
}

// inGroup is prepared during one group; database/sql closes its statements with the transaction.
type inGroup struct {
	all *prepared
	raw *sql.Tx
	by  map[string]*sql.Stmt
}

func (g *inGroup) on(ctx context.Context, text string) (*sql.Stmt, error) {
	if st, ok := g.by[text]; ok {
		return st, nil
	}
	if st, ok := g.all.by[text]; ok {
		g.by[text] = g.raw.StmtContext(ctx, st)
		return g.by[text], nil
	}
	st, err := g.raw.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	g.by[text] = st
	g.all.new = append(g.all.new, text)
	return st, nil
}

func (g *inGroup) exec(ctx context.Context, text string, args ...any) error {
	st, err := g.on(ctx, text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}
