/* SPDX-License-Identifier: Apache-2.0 */
/* The command line's reader. Options may stand anywhere; after "--" nothing is an option or a
 * command any more. Nothing is measured and no library is loaded here: --help must be quick. */
#include "cli/args.h"

#include "cli/options.h"
#include "cli/suggest.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONG = 256, OPERAND = 1, TIMEOUT_MAX_S = 3600 };

/* What a parse in progress needs besides its result. */
struct parse {
	struct cli_args *args;
	bool commanded; /* the first operand was a command's word, or cannot be one any more */
};

static const char *const command_words[N_CLI_COMMANDS] = {
	NULL,      "report",  "replay", "explain", "help",  "check",
	"inbound", "compare", "watch",  "run",     "serve", "lab",
};

static int usage(const struct cli_args *args, const char *where, const char *format,
                 const char *text, const char *meant)
{
	char line[512];
	struct buf b;

	buf_init(&b, line, sizeof(line));
	for (; *format != '\0'; format++) {
		if (*format == '%') {
			buf_puts(&b, text);
		} else {
			buf_putc(&b, *format);
		}
	}
	if (meant != NULL && meant[0] != '\0') {
		buf_puts(&b, ": did you mean ");
		buf_puts(&b, meant);
		buf_putc(&b, '?');
	}
	return cli_fail(args, CLI_EXIT_USAGE, where, line);
}

/* Seconds with at most six decimals. 0, or -EINVAL. */
static int read_seconds(const char *text, usec_t *ret)
{
	const char *dot = strchr(text, '.');
	size_t whole = dot != NULL ? (size_t)(dot - text) : strlen(text);
	size_t decimals = dot != NULL ? strlen(dot + 1) : 0;
	int64_t seconds = 0;
	int64_t part = 0;

	if (str_to_int(text, whole, &seconds) < 0 || decimals > 6 || seconds < 0 ||
	    seconds > TIMEOUT_MAX_S ||
	    (dot != NULL && (str_to_int(dot + 1, decimals, &part) < 0 || dot[1] == '-'))) {
		return -EINVAL;
	}
	for (size_t i = decimals; i < 6; i++) {
		part *= 10;
	}
	*ret = seconds * USEC_SEC + part;
	return *ret > 0 ? 0 : -EINVAL;
}

/* NAME:ADDRESS; an IPv6 address may stand in brackets, as curl has it. */
static int read_resolve(struct cli_args *args, char *text)
{
	struct run_options *run = &args->run;
	char *colon = strchr(text, ':');
	const char *address = colon != NULL ? colon + 1 : "";
	size_t len = strlen(address);
	struct addr addr = { .family = ADDR_NONE };

	if (len > 2 && address[0] == '[' && address[len - 1] == ']') {
		address++;
		len -= 2;
	}
	if (colon == NULL || colon == text || addr_parse(address, len, &addr) < 0) {
		return usage(args, "--resolve",
		             "% is not NAME:ADDRESS, as db.example.com:10.0.3.15", text, NULL);
	}
	if (run->n_resolve == OPTIONS_MAX_RESOLVE) {
		return usage(args, "--resolve", "at most 8 names can be given%", "", NULL);
	}
	*colon = '\0';
	run->resolve[run->n_resolve++] = (struct resolve_override){ .name = text, .addr = addr };
	return 0;
}

static int read_word(const struct cli_args *args, const char *where, const char *value,
                     const char *const *words, int *ret)
{
	char list[64];
	struct buf b;

	buf_init(&b, list, sizeof(list));
	for (int i = 0; words[i] != NULL; i++) {
		if (strcmp(words[i], value) == 0) {
			*ret = i;
			return 0;
		}
		buf_puts(&b, i > 0 ? " or " : "");
		buf_puts(&b, words[i]);
	}
	return usage(args, where, "it has to be %", list, NULL);
}

static void set_flag(struct cli_args *args, enum cli_option id)
{
	args->json |= id == CLI_OPTION_JSON;
	args->run.only_v4 |= id == CLI_OPTION_V4;
	args->run.only_v6 |= id == CLI_OPTION_V6;
	args->run.no_extra |= id == CLI_OPTION_NO_EXTRA;
	args->run.public_address |= id == CLI_OPTION_PUBLIC;
	args->run.no_login |= id == CLI_OPTION_NO_LOGIN;
	args->strict |= id == CLI_OPTION_STRICT;
	args->verbose |= id == CLI_OPTION_VERBOSE;
	args->quiet |= id == CLI_OPTION_QUIET;
	args->help |= id == CLI_OPTION_HELP;
	args->version |= id == CLI_OPTION_VERSION;
	if (id == CLI_OPTION_MARKDOWN || id == CLI_OPTION_TEXT || id == CLI_OPTION_HTML) {
		args->format_given = true;
		args->format = id == CLI_OPTION_MARKDOWN ? CLI_MARKDOWN
		               : id == CLI_OPTION_TEXT   ? CLI_TEXT
		                                         : CLI_HTML;
	}
}

static void set_source(struct run_options *run, const char *value)
{
	if (addr_parse(value, strlen(value), &run->source) < 0) {
		run->source_dev = value;
	}
}

static int read_pid(struct cli_args *args, const char *value)
{
	int64_t pid = 0;

	if (str_to_int(value, strlen(value), &pid) < 0 || pid <= 0 || pid > INT_MAX) {
		return usage(args, "--pid", "% is no process number", value, NULL);
	}
	args->run.place.pid = (int)pid;
	return 0;
}

static int set_value(struct cli_args *args, enum cli_option id, char *value)
{
	static const char *const langs[] = { "en", "ja", NULL };
	static const char *const colors[] = { "auto", "always", "never", NULL };
	int word = 0;
	int r = 0;

	if (value[0] == '\0') {
		return usage(args, NULL, "--% needs a value", cli_options[id].name, NULL);
	}
	if (id == CLI_OPTION_TIMEOUT && read_seconds(value, &args->run.timeout) < 0) {
		return usage(args, "--timeout", "% is no number of seconds between 0 and 3600",
		             value, NULL);
	}
	if (id == CLI_OPTION_RESOLVE) {
		return read_resolve(args, value);
	}
	if (id == CLI_OPTION_LANG) {
		r = read_word(args, "--lang", value, langs, &word);
		args->lang = (enum cli_lang)word;
	}
	if (id == CLI_OPTION_COLOR) {
		r = read_word(args, "--color", value, colors, &word);
		args->color = (enum cli_color)word;
	}
	if (id == CLI_OPTION_SOURCE) {
		set_source(&args->run, value);
	}
	if (id == CLI_OPTION_PID) {
		return read_pid(args, value);
	}
	args->run.place.netns = id == CLI_OPTION_NETNS ? value : args->run.place.netns;
	args->run.place.container = id == CLI_OPTION_CONTAINER ? value : args->run.place.container;
	args->report = id == CLI_OPTION_REPORT ? value : args->report;
	args->run.proxy = id == CLI_OPTION_PROXY ? value : args->run.proxy;
	args->run.cacert = id == CLI_OPTION_CACERT ? value : args->run.cacert;
	args->run.compare_host = id == CLI_OPTION_COMPARE_HOST ? value : args->run.compare_host;
	return r;
}

static int add_word(struct parse *p, const char *word, bool may_command)
{
	struct cli_args *args = p->args;

	for (int i = 1; i < N_CLI_COMMANDS && may_command && !p->commanded; i++) {
		if (strcmp(word, command_words[i]) == 0) {
			p->commanded = true;
			args->command = (enum cli_command)i;
			return 0;
		}
	}
	p->commanded = true;
	if (args->n_words == CLI_MAX_WORDS) {
		return usage(args, NULL, "too many arguments%", "", NULL);
	}
	args->words[args->n_words++] = word;
	return 0;
}

/* What getopt_long() could not take: argv[at] is where it stands. */
static int bad_option(const struct cli_args *args, const char *text, int problem)
{
	char letter[3] = { '-', (char)optopt, '\0' };
	char name[64];
	struct buf b;
	bool known = optopt >= LONG;

	buf_init(&b, name, sizeof(name));
	buf_put(&b, text, strcspn(text, "=")); /* its value may be a secret */

	if (problem == ':') {
		return usage(args, NULL, "% needs a value", known ? name : letter, NULL);
	}
	if (known) {
		return usage(args, NULL, "--% takes no value", cli_options[optopt - LONG].name,
		             NULL);
	}
	if (strncmp(text, "--", 2) == 0) {
		return usage(args, NULL, "unknown option %", name, suggest_option(name));
	}
	return usage(args, NULL, "unknown option %", letter, NULL);
}

static int read_option(struct parse *p, int c, const char *text)
{
	int id = c >= LONG ? c - LONG : 0;

	if (c == OPERAND) {
		return add_word(p, optarg, true);
	}
	while (c < LONG && id < N_CLI_OPTIONS && cli_options[id].letter != c) {
		id++;
	}
	if (id == N_CLI_OPTIONS || c == '?' || c == ':') {
		return bad_option(p->args, text, c);
	}
	if (cli_options[id].later) {
		return usage(p->args, NULL, "this version lacks --%", cli_options[id].name, NULL);
	}
	if (cli_options[id].argument != NULL) {
		return set_value(p->args, (enum cli_option)id, optarg);
	}
	set_flag(p->args, (enum cli_option)id);
	return 0;
}

/* "-" first: operands come in their place, so that what stands behind "--" is known; ":" second:
 * a missing value is told apart from an unknown option. */
static int read_all(struct parse *p, int argc, char **argv)
{
	struct option longs[N_CLI_OPTIONS + 1] = { 0 };
	char letters[2 * N_CLI_OPTIONS + 3];
	struct buf b;
	int c = 0;

	buf_init(&b, letters, sizeof(letters));
	buf_puts(&b, "-:");
	for (int i = 0; i < N_CLI_OPTIONS; i++) {
		longs[i] = (struct option){
			.name = cli_options[i].name,
			.has_arg =
				cli_options[i].argument != NULL ? required_argument : no_argument,
			.val = LONG + i,
		};
		if (cli_options[i].letter != '\0') {
			buf_putc(&b, cli_options[i].letter);
		}
	}
	opterr = 0;
	optind = 0; /* glibc: start anew, which "-" needs */
	for (;;) {
		int at = optind > 0 ? optind : 1;
		int r = 0;

		c = getopt_long(argc, argv, letters, longs, NULL);
		if (c < 0) {
			break;
		}
		r = read_option(p, c, at < argc ? argv[at] : "");
		if (r != 0) {
			return r;
		}
	}
	for (int i = optind; i < argc; i++) {
		int r = add_word(p, argv[i], false);

		if (r != 0) {
			return r;
		}
	}
	return 0;
}

static int read_target(struct cli_args *args)
{
	struct target_error error = { .text = "" };
	const char *text = args->words[0];

	if (args->n_words > 1) {
		return usage(args, "TARGET", "one target at a time, and two were given%", "", NULL);
	}
	if (target_parse(text, strlen(text), &args->target, &error) < 0) {
		/* the text itself may hold a password and is not repeated */
		return usage(args, "TARGET", "%", error.text, error.suggestion);
	}
	return 0;
}

static int check_together(struct cli_args *args)
{
	static const char *const missing[N_CLI_COMMANDS] = {
		[CLI_REPORT] = "the FILE.json that a run with --json wrote",
		[CLI_REPLAY] = "the FILE.json that a run with --json wrote",
		[CLI_EXPLAIN] = "a cause, as port.refused, or an error text in quotes",
	};

	if (args->command >= CLI_CHECK) {
		return usage(args, "for a target of that name: naze -- NAME",
		             "this version lacks 'naze %'", command_words[args->command], NULL);
	}
	if (args->run.only_v4 && args->run.only_v6) {
		return usage(args, NULL, "-4 and -6 exclude each other%", "", NULL);
	}
	if ((args->run.place.netns != NULL) + (args->run.place.pid != 0) +
	            (args->run.place.container != NULL) >
	    1) {
		return usage(args, NULL, "--netns, --pid and --container exclude each other%", "",
		             NULL);
	}
	if (args->format_given && args->command != CLI_REPORT && args->report == NULL) {
		return usage(args, NULL, "%: only with 'naze report' or --report FILE",
		             "--markdown, --text and --html", NULL);
	}
	if (args->n_words == 0 && missing[args->command] != NULL) {
		return usage(args, command_words[args->command], "missing: %",
		             missing[args->command], NULL);
	}
	if (args->n_words > 1 && args->command != CLI_TARGET && args->command != CLI_EXPLAIN) {
		return usage(args, args->words[1], "one argument is enough for 'naze %'",
		             command_words[args->command], NULL);
	}
	if (args->run.cacert != NULL && access(args->run.cacert, R_OK) < 0) {
		return cli_fail(args, CLI_EXIT_USAGE, args->run.cacert, strerrordesc_np(errno));
	}
	return args->command == CLI_TARGET && args->n_words > 0 ? read_target(args) : 0;
}

static bool wants_json(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--json") == 0) {
			return true;
		}
	}
	return false;
}

/* A variable, or what counts without it. */
static const char *setting(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : otherwise;
}

/* Five seconds; a sshd with libwrap (hosts.deny) hangs up on whom it denies after five of its own,
 * and one more tells it from a sshd that hangs. */
static usec_t usual_timeout(const struct target *target)
{
	const char *app = target_schemes[target->scheme].app;

	return (app != NULL && strcmp(app, "ssh") == 0 ? 6 : 5) * USEC_SEC;
}

int cli_args(int argc, char **argv, struct cli_args *ret)
{
	struct parse p = { .args = ret };
	const char *lang = getenv("NAZE_LANG");
	int r = 0;

	memset(ret, 0, sizeof(*ret));
	ret->run.public_stun = setting("NAZE_STUN", "stun.cloudflare.com:3478");
	ret->run.public_page = setting("NAZE_PUBLIC_URL", "http://icanhazip.com/");
	ret->json = wants_json(argc, argv); /* an error before it is an object as well */
	ret->lang = lang != NULL && strncmp(lang, "ja", 2) == 0 ? CLI_LANG_JA : CLI_LANG_EN;
	r = read_all(&p, argc, argv);
	if (r != 0) {
		return r;
	}
	ret->run.verbose = ret->verbose;
	r = ret->help || ret->version ? 0 : check_together(ret);
	if (ret->run.timeout == 0) {
		ret->run.timeout = usual_timeout(&ret->target);
	}
	return r;
}
