// Command hamrong carries an organisation from resolution to result; see README.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"hamrong/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Run(ctx, os.Args, cli.System())
	stop()
	os.Exit(code)
}
