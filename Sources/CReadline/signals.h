#ifndef KITH_CREADLINE_SIGNALS_H
#define KITH_CREADLINE_SIGNALS_H

/* Signals as readable bytes. signalfd and the sigaction macros are not in Swift's C library
   module. */
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

/* Blocks INT TERM HUP QUIT TSTP WINCH CONT, and opens a descriptor to read them from; -1 when the
   system refuses. `before` takes the mask for kith_signals_close. */
static inline int kith_signals_open(sigset_t *before) {
  static const int wanted[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) sigaddset(&set, wanted[i]);
  if (sigprocmask(SIG_BLOCK, &set, before) != 0) return -1;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* The next pending signal, or 0. */
static inline int kith_signals_next(int descriptor) {
  struct signalfd_siginfo signal;
  ssize_t count = read(descriptor, &signal, sizeof signal);
  return count == (ssize_t)sizeof signal ? (int)signal.ssi_signo : 0;
}

static inline void kith_signals_close(int descriptor, const sigset_t *before) {
  if (descriptor >= 0) close(descriptor);
  sigprocmask(SIG_SETMASK, before, NULL);
}

/* Stops this process alone, as Ctrl-Z would: the kernel has already told the rest of the job.
   Returns when it is continued. */
static inline void kith_stop_until_continued(void) {
  struct sigaction usual, before;
  sigset_t stop, mask;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &before);
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, &mask);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

/* Bytes that can be read without waiting; 0 when the descriptor cannot tell. */
static inline int kith_waiting_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : 0;
}

/* A trap must leave neither a raw terminal nor a register dump with the person's words: the
   terminal goes back to what it was, and the signal then takes its default action, which is to
   die. The state is inside a function because Swift emits no variables of a header. */
struct kith_calm_terminal {
  struct termios mode;
  int is_known;
  volatile sig_atomic_t has_own_screen;
};

static inline struct kith_calm_terminal *kith_calm_terminal(void) {
  static struct kith_calm_terminal terminal;
  return &terminal;
}

static inline void kith_crash(int signal) {
  static const char off[] = "\033[?2004l\033[0m\r\n";
  static const char back[] = "\033[H\033[2J\033[?1049l";
  const struct kith_calm_terminal *calm = kith_calm_terminal();
  ssize_t count = 0;
  if (calm->has_own_screen) count += write(STDOUT_FILENO, back, sizeof back - 1);
  if (calm->is_known) {
    tcsetattr(STDIN_FILENO, TCSANOW, &calm->mode);
    count += write(STDOUT_FILENO, off, sizeof off - 1);
  }
  (void)count;
  raise(signal);
}

/* Tells the guard whether the terminal shows its second screen, which it would else be left with. */
static inline void kith_guard_own_screen(int is_open) {
  kith_calm_terminal()->has_own_screen = is_open;
}

static inline void kith_guard_against_crashes(void) {
  static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  struct sigaction action;
  struct kith_calm_terminal *calm = kith_calm_terminal();
  calm->is_known = tcgetattr(STDIN_FILENO, &calm->mode) == 0;
  /* Where the stack itself ran out, the terminal has to be restored on another one. */
  static char room[65536];
  stack_t other;
  memset(&other, 0, sizeof other);
  other.ss_sp = room;
  other.ss_size = sizeof room;
  int has_other = sigaltstack(&other, NULL) == 0;
  memset(&action, 0, sizeof action);
  action.sa_handler = kith_crash;
  action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER) | (has_other ? SA_ONSTACK : 0);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

#endif
