/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps a path below its root: openat2(2) where there is one (5.6, and no seccomp filter that
 * forbids it), else link by link by hand. The walk by hand can be raced by somebody who changes
 * directories meanwhile; it reads only what this user may read in any case. */
#include "sys/files_root.h"

#include "base/cleanup.h"
#include "sys/files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>

enum { LINKS_MAX = 40, TRIES = 8 };

struct walk {
	char out[PATH_MAX];    /* resolved so far, relative to the root, no links in it */
	char todo[PATH_MAX];   /* still to be resolved */
	char target[PATH_MAX]; /* of a link */
	int links;
};

/* Takes the last component off. */
static void go_up(char *path)
{
	char *slash = strrchr(path, '/');

	path[slash ? slash - path : 0] = '\0';
}

/* Puts target, a slash and rest where the rest of the way stood. */
static int put_todo(struct walk *w, const char *target, size_t len, const char *rest)
{
	const size_t rest_len = strlen(rest);

	if (len + 1 + rest_len >= sizeof(w->todo)) {
		return -ENAMETOOLONG;
	}
	memmove(w->todo + len + 1, rest, rest_len + 1); /* rest may be inside todo */
	memcpy(w->todo, target, len);
	w->todo[len] = '/';
	return 0;
}

/* Goes one component further, which may turn out to be a link. */
static int step(int root, struct walk *w, const char *name, size_t len, const char *rest)
{
	const size_t at = strlen(w->out);
	ssize_t n = 0;

	if (at + 1 + len >= sizeof(w->out)) {
		return -ENAMETOOLONG;
	}
	if (at > 0) {
		w->out[at] = '/';
	}
	memcpy(w->out + at + (at > 0), name, len);
	w->out[at + (at > 0) + len] = '\0';
	n = readlinkat(root, w->out, w->target, sizeof(w->target));
	if (n < 0) {
		memmove(w->todo, rest, strlen(rest) + 1);
		return errno == EINVAL ? 0 : -errno; /* EINVAL: no link */
	}
	if (w->links++ == LINKS_MAX) {
		return -ELOOP;
	}
	go_up(w->out);
	if (w->target[0] == '/') {
		w->out[0] = '\0';
	}
	return put_todo(w, w->target, (size_t)n, rest);
}

/* Resolves all of w->todo into w->out. */
static int walk_down(int root, struct walk *w)
{
	int r = 0;

	while (r == 0) {
		const char *name = w->todo + strspn(w->todo, "/");
		const size_t len = strcspn(name, "/");
		const char *rest = name + len;

		if (len == 0) {
			return 0;
		}
		if (len == 2 && memcmp(name, "..", 2) == 0) {
			go_up(w->out);
			memmove(w->todo, rest, strlen(rest) + 1);
		} else if (len == 1 && name[0] == '.') {
			memmove(w->todo, rest, strlen(rest) + 1);
		} else {
			r = step(root, w, name, len, rest);
		}
	}
	return r;
}

static int open_by_hand(int root, const char *path, int flags)
{
	auto_free struct walk *w = calloc(1, sizeof(*w));
	int fd = -EBADF;
	int r = 0;

	if (!w) {
		return -ENOMEM;
	}
	r = put_todo(w, path, 0, path);
	if (r == 0) {
		r = walk_down(root, w);
	}
	if (r == -ENOENT && w->links) {
		return -ENOLINK;
	}
	if (r < 0) {
		return r;
	}
	fd = openat(root, w->out[0] ? w->out : ".", flags | O_NOFOLLOW);
	return fd < 0 ? -errno : fd;
}

static int open_in_root(int root, const char *path, int flags)
{
	const struct open_how how = {
		.flags = (unsigned int)flags,
		.resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
	};

	for (int i = 0; i < TRIES; i++) {
		const long fd = syscall(SYS_openat2, root, path, &how, sizeof(how));

		if (fd >= 0) {
			return (int)fd;
		}
		if (errno != EAGAIN && errno != EINTR) { /* EAGAIN: raced by a rename */
			return -errno;
		}
	}
	return -EAGAIN;
}

static int open_either(int root, const char *path, int flags)
{
	const int fd = root < 0 ? open(path, flags) : open_in_root(root, path, flags);

	return root < 0 && fd < 0 ? -errno : fd;
}

int files_open_at(int root, const char *path, int flags)
{
	int fd = open_either(root, path, flags | O_CLOEXEC);

	if (root >= 0 && (fd == -ENOSYS || fd == -EPERM)) {
		return open_by_hand(root, path, flags | O_CLOEXEC);
	}
	if (fd == -ENOENT) { /* is there at least a link of that name? */
		auto_close int link = open_either(root, path, O_PATH | O_NOFOLLOW | O_CLOEXEC);

		return link >= 0 ? -ENOLINK : -ENOENT;
	}
	return fd;
}
