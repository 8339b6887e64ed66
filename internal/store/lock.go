package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"hamrong/internal/fault"
)

// lockDir makes sure that one program alone writes a data directory. The kernel
// gives the lock back when the program ends, however it ends.
func lockDir(dir string) (release func() error, err error) {
	f, err := os.OpenFile(filepath.Join(dir, "hamrong.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock file: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		err = fault.Wrap(errors.Join(err, f.Close()), fault.Conflict, "fault.data_in_use", dir)
		return nil, err
	}
	return f.Close, nil
}
