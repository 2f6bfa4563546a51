/* SPDX-License-Identifier: Apache-2.0 */
/* Finding and loading a module. */
#include "stream/module.h"

#include <dlfcn.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#ifndef NAZE_MODULE_DIR
#define NAZE_MODULE_DIR "/usr/local/lib/naze"
#endif

enum { PATH_SIZE = 512, FILE_MAX = 63 };

static void *open_at(char *path, size_t len, const char *file)
{
	memcpy(path + len, file, strnlen(file, FILE_MAX) + 1);
	return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

static void *open_beside(const char *file)
{
	char path[PATH_SIZE];
	const unsigned long started_as = getauxval(AT_EXECFN);
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - FILE_MAX - 1);
	char *slash = NULL;

	if (n <= 0 && started_as != 0) { /* a container without /proc */
		n = (ssize_t)strnlen((const char *)started_as, sizeof(path) - FILE_MAX - 1);
		memcpy(path, (const char *)started_as, (size_t)n);
	}
	if (n <= 0) {
		return NULL;
	}
	path[n] = '\0';
	slash = strrchr(path, '/');
	return slash != NULL ? open_at(path, (size_t)(slash + 1 - path), file) : NULL;
}

const void *module_symbol(const char *file, const char *symbol)
{
	char path[PATH_SIZE] = NAZE_MODULE_DIR "/";
	void *handle = strlen(file) <= FILE_MAX ? open_beside(file) : NULL;

	if (handle == NULL && strlen(file) <= FILE_MAX) {
		handle = open_at(path, strlen(path), file);
	}
	return handle != NULL ? dlsym(handle, symbol) : NULL;
}
