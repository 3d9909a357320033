#define _GNU_SOURCE
#include "CPlatform.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

int platform_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  /* The limit is ignored where cores go to a pipe, so the process is made undumpable as well. */
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -errno;
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const size_t crash_signal_count = sizeof crash_signals / sizeof crash_signals[0];

static int guarded_terminal = -1;
static struct termios guarded_attributes;
static char guarded_farewell[128];
static size_t guarded_farewell_count = 0;

/* Only calls that are safe inside a signal handler; raise() comes back with the default action
   because the handler was installed to be used once. */
static void leave_terminal_sane(int signal_number) {
  if (guarded_terminal >= 0) {
    tcsetattr(guarded_terminal, TCSANOW, &guarded_attributes);
    ssize_t written = write(guarded_terminal, guarded_farewell, guarded_farewell_count);
    (void)written;
  }
  raise(signal_number);
}

/* A stack overflow leaves no room on the ordinary stack. */
static void give_handlers_a_stack(void) {
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
}

int platform_guard_crashes(int terminal, const void *farewell, size_t count) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  guarded_terminal = -1;
  if (terminal >= 0 && tcgetattr(terminal, &guarded_attributes) == 0) {
    if (count > sizeof guarded_farewell) return -EMSGSIZE;
    if (farewell != NULL) memcpy(guarded_farewell, farewell, count);
    guarded_farewell_count = farewell == NULL ? 0 : count;
    guarded_terminal = terminal;
    give_handlers_a_stack();
    action.sa_handler = leave_terminal_sane;
    action.sa_flags = SA_RESETHAND | SA_ONSTACK;
  } else {
    action.sa_handler = SIG_DFL;
  }
  for (size_t index = 0; index < crash_signal_count; index++)
    if (sigaction(crash_signals[index], &action, NULL) != 0) return -errno;
  return 0;
}
