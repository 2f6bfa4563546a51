/* SPDX-License-Identifier: Apache-2.0 */
/* Finding and loading a module: beside the program as built; where an install put it, relative to
 * the program, so that the whole of it may be moved; and in the prefix. */
#include "stream/module.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#ifndef NAZE_MODULE_DIR
#define NAZE_MODULE_DIR "/usr/local/lib/naze"
#endif
#ifndef NAZE_MODULE_FROM_BIN
#define NAZE_MODULE_FROM_BIN "../lib/naze"
#endif

enum { PATH_SIZE = 512 };

/* The folder of this program, with its slash; its length, 0 where that is not to be found out. */
static size_t own_folder(char ret[PATH_SIZE])
{
	ssize_t n = readlink("/proc/self/exe", ret, PATH_SIZE - 1);

	if (n <= 0) { /* a container without /proc. getauxval(3) hands out addresses as numbers. */
		/* NOLINTNEXTLINE(performance-no-int-to-ptr) */
		const char *started_as = (const char *)getauxval(AT_EXECFN);

		n = started_as != NULL ? (ssize_t)strnlen(started_as, PATH_SIZE - 1) : 0;
		if (n > 0) {
			memcpy(ret, started_as, (size_t)n);
		}
	}
	while (n > 0 && ret[n - 1] != '/') {
		n--;
	}
	ret[n] = '\0';
	return (size_t)n;
}

/* Opens the file in that folder, which ends in a slash or is empty. A file that is there and does
 * not load (a library that it needs is missing) is another error than none. */
static void *open_in(const char *start, const char *folder, const char *file, int *ret_error)
{
	void *handle = NULL;
	char path[PATH_SIZE];
	const char *const parts[] = { start, folder, file };
	size_t len = 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const size_t n = strlen(parts[i]);

		if (len + n >= sizeof(path)) {
			return NULL;
		}
		memcpy(path + len, parts[i], n);
		len += n;
	}
	path[len] = '\0';
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (handle == NULL && access(path, R_OK) == 0) {
		*ret_error = -ELIBACC;
	}
	return handle;
}

int module_symbol(const char *file, const char *symbol, const void **ret)
{
	char own[PATH_SIZE];
	void *handle = NULL;
	int error = -ENOENT;

	if (own_folder(own) > 0) {
		handle = open_in(own, "", file, &error);
		handle = handle != NULL ? handle
		                        : open_in(own, NAZE_MODULE_FROM_BIN "/", file, &error);
	}
	handle = handle != NULL ? handle : open_in("", NAZE_MODULE_DIR "/", file, &error);
	*ret = handle != NULL ? dlsym(handle, symbol) : NULL;
	return *ret != NULL ? 0 : error;
}
