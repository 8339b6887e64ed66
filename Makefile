# make test   everything: installs what is missing when it may, checks, tests, counts
# make check  format, vet, staticcheck, generated files unchanged
# make run    the demo on 127.0.0.1:8080
# make bench  the benchmarks of the reader and the pages
# make mutants  break named rules one at a time; each must turn a test red
.PHONY: test check prepare run bench mutants rehearsal

test: prepare check
	go run ./test/run

prepare:
	@sh test/prepare.sh

check:
	@out=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$out" ] || { echo "gofmt would change:"; echo "$$out"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@go tool templ generate -path ./internal/web >/dev/null 2>&1 || { echo "templ generate failed"; exit 1; }
	@git diff --exit-code --stat -- '*_templ.go' || { echo "generated views differ: run go tool templ generate and commit"; exit 1; }

run:
	go run ./cmd/hamrong demo

bench:
	go test -run '^$$' -bench . -benchmem ./internal/report/ ./internal/web/ui/

mutants:
	go run ./test/mutants

rehearsal:
	go run ./test/rehearsal --seed 7 --year 2025 --branches 18 --members 168 --out "$$(mktemp -d)"
