/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a fuzz target over the files it is given, and over the files of directories: so a corpus
 * is an ordinary test, with any compiler. Each file is also tried cut short at every length up
 * to a limit, because that is how truncated messages arrive. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { INPUT_BYTES = 1 << 20, MAX_CUT = 600 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Copies the bytes to a block of exactly their size, so that a sanitizer sees any step beyond. */
static void try_bytes(const uint8_t *data, size_t size)
{
	uint8_t *exact = malloc(size ? size : 1);

	if (!exact)
		abort();
	memcpy(exact, data, size);
	(void)LLVMFuzzerTestOneInput(exact, size);
	free(exact);
}

static int try_file(const char *path)
{
	static uint8_t bytes[INPUT_BYTES];
	FILE *f = fopen(path, "rb");
	size_t size = 0;

	if (!f) {
		perror(path);
		return 1;
	}
	size = fread(bytes, 1, sizeof(bytes), f);
	(void)fclose(f);
	try_bytes(bytes, size);
	for (size_t cut = 0; cut < size && cut < MAX_CUT; cut++)
		try_bytes(bytes, cut);
	return 0;
}

static int try_path(const char *path)
{
	struct stat st;
	DIR *dir = NULL;
	int bad = 0;

	if (stat(path, &st) < 0 || !S_ISDIR(st.st_mode))
		return try_file(path);
	dir = opendir(path);
	if (!dir)
		return 1;
	for (struct dirent *d = readdir(dir); d; d = readdir(dir)) {
		char name[4096];

		if (d->d_name[0] == '.')
			continue;
		(void)snprintf(name, sizeof(name), "%s/%s", path, d->d_name);
		bad |= try_file(name);
	}
	(void)closedir(dir);
	return bad;
}

int main(int argc, char **argv)
{
	int bad = 0;

	try_bytes((const uint8_t *)"", 0);
	for (int i = 1; i < argc; i++)
		bad |= try_path(argv[i]);
	return bad;
}
