/* SPDX-License-Identifier: Apache-2.0 */
/* libidn2 on demand: its tables are 2 MB that almost no run needs. The prototypes are those of its
 * idn2.h, which is not needed to build. */
#include "sys/idn.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* idn2.h: flags of idn2_lookup_u8(). */
enum { IDN2_NFC_INPUT = 1, IDN2_TRANSITIONAL = 4, IDN2_NONTRANSITIONAL = 8 };

enum { IDN2_OK = 0, IDN2_MALLOC = -100 };

typedef int lookup_fn(const uint8_t *src, uint8_t **ret, int flags);

static int look_up(lookup_fn *fn, const char *name, char *ret, size_t size)
{
	uint8_t *label = NULL;
	int r = fn((const uint8_t *)name, &label, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);

	if (r != IDN2_OK && r != IDN2_MALLOC) {
		r = fn((const uint8_t *)name, &label, IDN2_TRANSITIONAL);
	}
	if (r != IDN2_OK) {
		return r == IDN2_MALLOC ? -ENOMEM : -EINVAL;
	}
	if (strlen((const char *)label) >= size) {
		free(label);
		return -ENOSPC;
	}
	memcpy(ret, label, strlen((const char *)label) + 1);
	free(label); /* as idn2_free() does */
	return 0;
}

int sys_idn_to_ascii(const char *name, char *ret, size_t size)
{
	void *lib = dlopen("libidn2.so.0", RTLD_NOW | RTLD_LOCAL);
	void *symbol = lib ? dlsym(lib, "idn2_lookup_u8") : NULL;
	lookup_fn *fn = NULL;
	int r = -ENOSYS;

	if (symbol) {
		memcpy(&fn, &symbol, sizeof(fn)); /* C has no cast from object to function */
		r = look_up(fn, name, ret, size);
	}
	if (lib) {
		(void)dlclose(lib);
	}
	return r;
}
