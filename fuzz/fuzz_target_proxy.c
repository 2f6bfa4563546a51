/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the choice of a proxy: three lines are the target, the proxy variable and no_proxy. */
#include "target/proxy.h"

#include <stdlib.h>
#include <string.h>

static char lines[3][TARGET_TEXT_MAX];
static struct target t;
static struct proxy_choice c;

static const char *env(const char *name)
{
	if (strcmp(name, "http_proxy") == 0 || strcmp(name, "ALL_PROXY") == 0) {
		return lines[1];
	}
	return strcmp(name, "no_proxy") == 0 || strcmp(name, "NO_PROXY") == 0 ? lines[2] : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct target_error error;

	memset(lines, 0, sizeof(lines));
	for (size_t i = 0, line = 0, at = 0; i < size && line < 3; i++) {
		if (data[i] == '\n') {
			line++;
			at = 0;
		} else if (at < sizeof(lines[0]) - 1) {
			lines[line][at++] = (char)data[i];
		}
	}
	if (target_parse(lines[0], strlen(lines[0]), &t, &error) < 0) {
		return 0;
	}
	proxy_choose(&t, env, NULL, &c);
	if ((c.used && c.bypassed) || (c.bypassed && c.no_proxy_meant) ||
	    (c.used && c.variable[0] == '\0') ||
	    (c.used && !c.broken && (c.proxy.host[0] == '\0' || c.proxy.port == 0))) {
		abort();
	}
	proxy_choose(&t, env, lines[1], &c);
	return 0;
}
