/* SPDX-License-Identifier: Apache-2.0 */
/* What a fuzz target is linked with where there is no libFuzzer: runs each file of each directory
 * given once, and every beginning of it, so that a corpus is a normal test. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 1 << 20, CUTS_MAX = 2048 };

/* Runs the first size bytes in a block of exactly that size, so that a sanitizer sees the end. */
static void run(const uint8_t *data, size_t size)
{
	uint8_t *exact = malloc(size > 0 ? size : 1);

	if (exact == NULL) {
		abort();
	}
	memcpy(exact, data, size);
	(void)LLVMFuzzerTestOneInput(exact, size);
	free(exact);
}

static int replay(const char *dir, const char *name)
{
	static uint8_t data[INPUT_MAX];
	char path[4096];
	FILE *f = NULL;
	size_t n = 0;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "rbe");
	if (f == NULL) {
		return 1;
	}
	n = fread(data, 1, sizeof(data), f);
	(void)fclose(f);
	run(data, n);
	for (size_t i = 0; i < n && i < CUTS_MAX; i++) {
		run(data, i);
	}
	return 0;
}

int main(int argc, char **argv)
{
	int n_files = 0;
	int bad = 0;

	for (int i = 1; i < argc; i++) {
		DIR *dir = opendir(argv[i]);
		struct dirent *entry = NULL;

		if (dir == NULL) {
			fprintf(stderr, "%s: no such directory\n", argv[i]);
			return 1;
		}
		while ((entry = readdir(dir)) != NULL) {
			if (entry->d_name[0] != '.') {
				bad |= replay(argv[i], entry->d_name);
				n_files++;
			}
		}
		(void)closedir(dir);
	}
	printf("%d files\n", n_files);
	return bad != 0 || n_files == 0;
}
