#ifndef KITH_CREADLINE_SHIM_H
#define KITH_CREADLINE_SHIM_H

/* GNU readline keeps one line in C globals, which Swift 6 code may not touch. Every global that the
   line editor needs is behind a function here, so that Swift sees calls only. readline.h uses FILE
   without including <stdio.h>. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include <readline/readline.h>
#include <readline/history.h>

/* <wchar.h> hides this declaration unless a feature macro was set before its first inclusion. */
extern int wcwidth(wchar_t character);

static inline int kith_column_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

/* Exported by the library since version 4, declared only in private headers. */
extern int _rl_last_command_was_kill;
extern int rl_line_buffer_len;

static inline void kith_readline_name(const char *name) { rl_readline_name = name; }

/* No handler of its own, no LINES or COLUMNS pushed into the environment of children. */
static inline void kith_readline_stay_quiet(void) {
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
}

/* Names hold spaces and apostrophes: the whole line is one word. */
static inline void kith_readline_complete_with(rl_completion_func_t *function) {
  rl_completer_word_break_characters = "";
  rl_basic_word_break_characters = "";
  rl_basic_quote_characters = "";
  rl_completer_quote_characters = "";
  rl_attempted_completion_function = function;
}

/* Called inside a completion: what the candidates do not offer, nothing else shall. */
static inline void kith_readline_completion_is_final(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
}

/* Ctrl-S must not freeze the screen; the library's own restore puts the old setting back. */
static inline void kith_readline_prepare(int eight_bit) {
  struct termios mode;
  rl_prep_terminal(eight_bit);
  if (tcgetattr(STDIN_FILENO, &mode) != 0) return;
  mode.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

static inline void kith_readline_use_own_preparation(void) {
  rl_prep_term_function = kith_readline_prepare;
}

static inline void kith_readline_leave_terminal(void) {
  if (rl_deprep_term_function) rl_deprep_term_function();
}

static inline void kith_readline_enter_terminal(void) {
  if (rl_prep_term_function) rl_prep_term_function(1);
}

/* How many columns stay free below the prompt, before all that follows a line feed. The number is
   inside a function because Swift emits no variables of a header. */
static inline int *kith_readline_margin(void) {
  static int columns;
  return &columns;
}

static inline void kith_readline_keep_margin(int columns) { *kith_readline_margin() = columns; }

/* Shows the line with a margin below the prompt. The library knows none, so it is shown a copy of
   the line with spaces after each line feed; the line itself stays as it is. */
static inline void kith_readline_redisplay(void) {
  char *line = rl_line_buffer;
  const int point = rl_point, end = rl_end, mark = rl_mark, margin = *kith_readline_margin();
  size_t feeds = 0;
  for (int i = 0; line && i < end; i++) feeds += line[i] == '\n';
  const size_t room = (size_t)end + feeds * (size_t)margin + 1;
  char *shown = margin > 0 && feeds > 0 ? malloc(room) : NULL;
  if (!shown) {
    rl_redisplay();
    return;
  }
  int length = 0;
  for (int i = 0; i <= end; i++) {
    if (i == point) rl_point = length;
    if (i == mark) rl_mark = length;
    if (i == end) break;
    shown[length++] = line[i];
    if (line[i] != '\n') continue;
    memset(shown + length, ' ', (size_t)margin);
    length += margin;
  }
  shown[length] = '\0';
  rl_end = length;
  rl_line_buffer = shown;
  rl_redisplay();
  rl_line_buffer = line;
  rl_point = point;
  rl_end = end;
  rl_mark = mark;
  explicit_bzero(shown, room);
  free(shown);
}

static inline void kith_readline_use_own_display(void) {
  rl_redisplay_function = kith_readline_redisplay;
}

/* The window has another size. Only with its own display does the library go back to where the line
   began before it shows the line afresh. */
static inline void kith_readline_resize(void) {
  rl_redisplay_function = rl_redisplay;
  rl_resize_terminal();
  rl_redisplay_function = kith_readline_redisplay;
  kith_readline_redisplay();
}

static inline int kith_readline_is_inside_key(void) { return RL_ISSTATE(RL_STATE_MULTIKEY) != 0; }

static inline char *kith_readline_line(void) { return rl_line_buffer; }
static inline int kith_readline_length(void) { return rl_line_buffer ? rl_end : 0; }

/* Overwrites what undoing would bring back, and then forgets it. The library frees its undo list
   before it hands a line over, so this has to come before Enter is obeyed. */
static inline void kith_readline_wipe_undo(void) {
  for (UNDO_LIST *change = rl_undo_list; change; change = change->next)
    if (change->text) explicit_bzero(change->text, strlen(change->text));
  rl_free_undo_list();
}

/* Whether the cursor can move up, without which a line feed in the line would show as ^J. */
static inline int kith_readline_shows_line_feeds(void) {
  const char *up = rl_get_termcap("up");
  return up != NULL && *up != '\0';
}

/* Empties the line and everything that could bring it back: undo, mark, the whole buffer. */
static inline void kith_readline_wipe_line(void) {
  kith_readline_wipe_undo();
  if (rl_line_buffer && rl_line_buffer_len > 0)
    explicit_bzero(rl_line_buffer, (size_t)rl_line_buffer_len);
  rl_point = rl_end = rl_mark = 0;
}

/* The kill ring cannot be reached; it is pushed full of one harmless letter. It has ten slots, and
   a kill that follows a kill would only lengthen the newest. */
static inline void kith_readline_wipe_kill_ring(void) {
  for (int slot = 0; slot < 12; slot++) {
    rl_insert_text("x");
    _rl_last_command_was_kill = 0;
    rl_kill_text(0, rl_end);
  }
  _rl_last_command_was_kill = 0;
}

static inline void kith_readline_wipe_bytes(void *bytes, size_t count) {
  explicit_bzero(bytes, count);
}

#endif
