/* SPDX-License-Identifier: Apache-2.0 */
/* Going there, and saying in one line why that is not possible and what would be. */
#include "cli/where.h"

#include "base/clean.h"
#include "sys/container.h"

#include <errno.h>
#include <string.h>

/* The parts in one line, as cli_fail(). */
static int fail(const struct cli_args *args, int code, const char *option,
                const char *const parts[])
{
	char line[512];
	struct buf b;

	buf_init(&b, line, sizeof(line));
	for (int i = 0; parts[i] != NULL; i++) {
		buf_puts(&b, parts[i]);
	}
	return cli_fail(args, code, option, line);
}

#define FAIL(args, code, option, ...) \
	fail((args), (code), (option), (const char *const[]){ __VA_ARGS__, NULL })

static bool is_right(int error)
{
	return error == -EPERM || error == -EACCES;
}

static int go_netns(struct cli_args *args)
{
	const char *name = args->run.place.netns;
	int r = sys_enter_netns(name);

	if (r == -ENOENT || r == -ENOTDIR) {
		return FAIL(args, CLI_EXIT_USAGE, "--netns", "there is no network namespace ", name,
		            "; see: ip netns list");
	}
	if (r == -EINVAL) {
		return FAIL(args, CLI_EXIT_USAGE, "--netns", name, " is no network namespace");
	}
	if (is_right(r)) {
		return FAIL(args, CLI_EXIT_BROKEN, "--netns", "entering the network namespace ",
		            name, " needs root: put sudo before naze");
	}
	return r == 0 ? 0 : FAIL(args, CLI_EXIT_BROKEN, "--netns", strerrordesc_np(-r));
}

static int go_process(struct cli_args *args, struct where *where, const char *option,
                      const char *subject)
{
	struct run_place *place = &args->run.place;
	int r = sys_take_environment(place->pid);

	if (r == 0) {
		r = sys_enter_process(place->pid, &where->place);
	}
	if (r == -ESRCH) {
		return FAIL(args, CLI_EXIT_USAGE, option, "there is no ", subject);
	}
	if (is_right(r)) {
		return FAIL(args, CLI_EXIT_BROKEN, option, "looking from inside ", subject,
		            " needs its owner's or root's rights: put sudo before naze");
	}
	if (r < 0) {
		return FAIL(args, CLI_EXIT_BROKEN, option, "cannot enter ", subject, ": ",
		            r == -ENOENT ? "/proc is not mounted" : strerrordesc_np(-r));
	}
	place->files = where->place.mount[0] != '\0';
	place->root = where->place.root;
	place->mount = where->place.mount;
	place->program = where->place.name;
	place->musl = where->place.musl;
	return 0;
}

static int go_container(struct cli_args *args, struct where *where)
{
	const char *name = args->run.place.container;
	struct sys_container c;
	char said[256];
	char subject[256];
	struct buf b;
	int r = 0;

	if (!sys_container_name_fits(name)) {
		return FAIL(args, CLI_EXIT_USAGE, "--container", name,
		            " cannot be the name of a container");
	}
	r = sys_container(name, &c);
	buf_init(&b, said, sizeof(said));
	clean_put(&b, c.says, strlen(c.says), sizeof(said) - 1);
	switch (-r) {
	case 0:
		break;
	case ENOENT:
		return FAIL(
			args, CLI_EXIT_BROKEN, "--container",
			"none of docker, podman, nerdctl and crictl is installed here to ask for ",
			name, "; with the number of its process: naze --pid PID");
	case ESRCH:
		return FAIL(args, CLI_EXIT_USAGE, "--container", "there is no container ", name,
		            ", says ", c.asked, "; see: ", c.engine, " ps");
	case ECHILD:
		return FAIL(args, CLI_EXIT_USAGE, "--container", "the container ", name,
		            " is not running, says ", c.engine);
	case EACCES:
		return FAIL(args, CLI_EXIT_BROKEN, "--container", c.engine,
		            " does not let this user ask for ", name, ": put sudo before naze");
	case ETIMEDOUT:
		return FAIL(args, CLI_EXIT_BROKEN, "--container", c.engine,
		            " does not answer when asked for ", name);
	default:
		return FAIL(args, CLI_EXIT_BROKEN, "--container", c.engine, " cannot say where ",
		            name, " runs: ", c.says[0] != '\0' ? said : strerrordesc_np(-r));
	}
	args->run.place.pid = c.pid;
	buf_init(&b, subject, sizeof(subject));
	buf_puts(&b, "container ");
	buf_puts(&b, name);
	buf_puts(&b, " (process ");
	buf_int(&b, c.pid);
	buf_puts(&b, ")");
	return go_process(args, where, "--container", subject);
}

int where_go(struct cli_args *args, struct where *where)
{
	const struct run_place *place = &args->run.place;
	char subject[32];
	struct buf b;

	if (place->netns != NULL) {
		return go_netns(args);
	}
	if (place->container != NULL) {
		return go_container(args, where);
	}
	if (place->pid == 0) {
		return 0;
	}
	buf_init(&b, subject, sizeof(subject));
	buf_puts(&b, "process ");
	buf_int(&b, place->pid);
	return go_process(args, where, "--pid", subject);
}
