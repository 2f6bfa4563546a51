/* SPDX-License-Identifier: Apache-2.0 */
/* Option files, with what they include. */
#include "protocol/mysql_options.h"
#include "base/buf.h"
#include "base/cleanup.h"
#include "sys/files.h"
#include "sys/host.h"
#include "wire/mycnf.h"

#include <string.h>

/* Clients pass over files that everybody may write to. */
enum { OTHERS_WRITE = 02 };

enum { FILE_MAX = 32768, DEPTH = 4, NAMES = 32, PATH = 256 };

static void keep(struct mysql_options *o, enum mysql_option option, const char *value,
                 const char *from)
{
	struct buf buf;

	buf_init(&buf, o->found[option].value, sizeof(o->found[option].value));
	buf_puts(&buf, value);
	buf_init(&buf, o->found[option].from, sizeof(o->found[option].from));
	buf_puts(&buf, from);
}

static bool is_off(const struct mycnf_line *line)
{
	return line->has_value &&
	       (strcmp(line->value, "0") == 0 || strcmp(line->value, "OFF") == 0 ||
	        strcmp(line->value, "off") == 0);
}

/* ssl, skip-ssl, ssl-verify-server-cert and ssl-mode in the words of the last. */
static void take_tls(struct mysql_options *o, const struct mycnf_line *line, const char *from)
{
	if (strcmp(line->name, "ssl-mode") == 0) {
		keep(o, MYSQL_OPTION_TLS, line->value, from);
	} else if (strcmp(line->name, "ssl-verify-server-cert") == 0 && !is_off(line)) {
		keep(o, MYSQL_OPTION_TLS, "verify_identity", from);
	} else if (strcmp(line->name, "ssl") == 0) {
		keep(o, MYSQL_OPTION_TLS, is_off(line) ? "disabled" : "required", from);
	} else if (strcmp(line->name, "skip-ssl") == 0 || strcmp(line->name, "disable-ssl") == 0) {
		keep(o, MYSQL_OPTION_TLS, "disabled", from);
	}
}

static void take(struct mysql_options *o, const struct mycnf_line *line, const char *from)
{
	static const char *const names[N_MYSQL_OPTIONS] = {
		[MYSQL_OPTION_USER] = "user",         [MYSQL_OPTION_PASSWORD] = "password",
		[MYSQL_OPTION_DATABASE] = "database", [MYSQL_OPTION_SOCKET] = "socket",
		[MYSQL_OPTION_PROTOCOL] = "protocol",
	};

	if (line->cut) {
		return;
	}
	for (int i = 0; i < N_MYSQL_OPTIONS; i++) {
		if (names[i] != NULL && line->has_value && strcmp(line->name, names[i]) == 0) {
			keep(o, (enum mysql_option)i, line->value, from);
		}
	}
	take_tls(o, line, from);
}

/* Which groups the clients mysql and mariadb read. */
static bool ours(const char *group)
{
	static const char *const groups[] = { "client", "client-server",  "client-mariadb",
		                              "mysql",  "mariadb-client", "mariadb" };

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		if (strcmp(groups[i], group) == 0) {
			return true;
		}
	}
	return false;
}

/* Reading a file and those that it includes. */
struct reader {
	struct mysql_options *o;
	int root;
	char *text[DEPTH]; /* one buffer a level */
};

static void put_from(struct buf *buf, const char *path, const char *group)
{
	buf_puts(buf, path);
	buf_puts(buf, " [");
	buf_puts(buf, group);
	buf_puts(buf, "]");
}

static void read_file(struct reader *r, const char *path, int depth);

static void read_dir(struct reader *r, const char *path, int depth)
{
	char names[NAMES][SYS_FILE_NAME_MAX];
	int n = sys_names(r->root, path, ".cnf", names, NAMES);

	for (int i = 0; i < n; i++) {
		char whole[PATH];
		struct buf buf;

		buf_init(&buf, whole, sizeof(whole));
		buf_puts(&buf, path);
		buf_puts(&buf, path[0] != '\0' && path[strlen(path) - 1] == '/' ? "" : "/");
		buf_puts(&buf, names[i]);
		if (!buf.cut) {
			read_file(r, whole, depth);
		}
	}
}

static void read_file(struct reader *r, const char *path, int depth)
{
	struct mycnf_line line;
	const char *text = NULL;
	char group[MYCNF_NAME_MAX] = "";
	char from[sizeof(r->o->found[0].from)] = "";
	struct buf buf;
	size_t len = 0;
	uint32_t mode = 0;
	int n = 0;

	if (depth == DEPTH) {
		return;
	}
	if (r->text[depth] == NULL) {
		r->text[depth] = malloc(FILE_MAX);
	}
	if (r->text[depth] != NULL && sys_mode(r->root, path, &mode) == 0 &&
	    (mode & OTHERS_WRITE) == 0) {
		n = sys_read(r->root, path, r->text[depth], FILE_MAX, NULL);
	}
	text = r->text[depth];
	len = n > 0 ? (size_t)n : 0;
	while (mycnf_next(&text, &len, &line)) {
		switch (line.kind) {
		case MYCNF_GROUP:
			memcpy(group, line.name, sizeof(group));
			buf_init(&buf, from, sizeof(from));
			put_from(&buf, path, group);
			break;
		case MYCNF_OPTION:
			if (ours(group)) {
				take(r->o, &line, from);
			}
			break;
		case MYCNF_INCLUDE:
			read_file(r, line.value, depth + 1);
			break;
		case MYCNF_INCLUDE_DIR:
			read_dir(r, line.value, depth + 1);
			break;
		}
	}
	explicit_bzero(&line, sizeof(line));
}

void mysql_options(int root, struct mysql_options *ret)
{
	struct reader r = { .o = ret, .root = root };
	const char *home = sys_env("HOME");
	char own[PATH];
	struct buf buf;

	read_file(&r, "/etc/my.cnf", 0);
	read_file(&r, "/etc/mysql/my.cnf", 0);
	buf_init(&buf, own, sizeof(own));
	if (home != NULL && home[0] == '/') {
		buf_puts(&buf, home);
		buf_puts(&buf, "/.my.cnf");
		read_file(&r, own, 0);
	}
	for (int i = 0; i < DEPTH; i++) {
		if (r.text[i] != NULL) {
			explicit_bzero(r.text[i], FILE_MAX);
			free(r.text[i]);
		}
	}
}
