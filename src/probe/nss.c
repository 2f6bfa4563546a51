/* SPDX-License-Identifier: Apache-2.0 */
/* What a program gets for the name: getaddrinfo() in a helper process, the very code that programs
 * use, killed when the run ends. Its order is the order in which they try the addresses. */
#include "engine/child.h"
#include "probe/probes.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

static enum nss_end end_of(enum sys_nss_end end)
{
	switch (end) {
	case SYS_NSS_OK:
		return NSS_OK;
	case SYS_NSS_AGAIN:
		return NSS_AGAIN;
	case SYS_NSS_NONAME:
	case SYS_NSS_NODATA:
	case SYS_NSS_ADDRFAMILY:
		return NSS_NONAME;
	case SYS_NSS_NOTHING:
	case SYS_NSS_FAIL:
	case SYS_NSS_FAMILY:
	case SYS_NSS_MEMORY:
	case SYS_NSS_SYSTEM:
	case SYS_NSS_OTHER:
	case N_SYS_NSS_ENDS:
		break;
	}
	return NSS_FAILED;
}

static void record(const struct probe_run *r, const struct sys_nss *got)
{
	struct ev_nss *nss = READING(r, nss);
	char code[32] = "EAI_";
	struct buf buf;

	buf_init(&buf, code, sizeof(code));
	buf_puts(&buf, "EAI_");
	buf_puts(&buf, sys_nss_word(got->end));
	if (got->end != SYS_NSS_OK) {
		SET_TEXT(r, nss, code, code, buf.len);
	}
	SET(nss, took, got->took);
	SET_LIST(nss, addrs);
	for (size_t i = 0; i < got->n; i++) {
		struct ev_address *row = ITEM(r, nss, addrs, address);

		SET(row, addr, got->addrs[i].addr);
		(void)run_contact(r->run, &got->addrs[i].addr, got->addrs[i].scope);
	}
	if (nss != NULL) {
		nss->addrs.cut = nss->addrs.cut || got->cut;
		run_order(r->run, &nss->addrs);
	}
	SET(nss, end, end_of(got->end));
	if (got->end == SYS_NSS_SYSTEM && (got->error == EMFILE || got->error == ENFILE)) {
		struct ev_descriptors *d = READING(r, descriptors);

		SET(d, error, probe_errno(got->error));
	}
}

static int observe(const struct probe_run *r)
{
	const struct run_options *o = r->run->options;
	const struct sys_nss_question question = child_question(o, r->run->e->target.host,
	                                                        o->only_v4   ? "4"
	                                                        : o->only_v6 ? "6"
	                                                                     : "0");
	auto_free struct sys_nss *got = malloc(sizeof(*got));
	int n = got == NULL ? -ENOMEM : child_lookup(r->run->loop, &question, 0, got);

	if (n == -EMFILE || n == -ENFILE) {
		struct ev_descriptors *d = READING(r, descriptors);

		SET(d, error, probe_errno(-n));
	}
	if (n == -ECANCELED || n == -ETIME) {
		struct ev_nss *nss = READING(r, nss);

		/* how long a program had waited so far is evidence too */
		SET(nss, took, loop_now() - r->run->began);
		probe_skip(r, KIND_nss, SKIP_DEADLINE);
		return n;
	}
	if (n < 0) {
		probe_skip(r, KIND_nss, SKIP_UNSUPPORTED);
		return 0;
	}
	record(r, got);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct run *run = r->run;

	if (run->e->target.literal || run_proxied(run) || target_is_socket(&run->e->target) ||
	    run->e->hosts == NULL) {
		return false;
	}
	for (int i = 0; i < run->options->n_resolve; i++) {
		if (strcasecmp(run->options->resolve[i].name, run->e->target.host) == 0) {
			return false;
		}
	}
	return true;
}

const struct probe probe_nss = {
	.name = "nss",
	.summary = "asks the name service the way programs do (getaddrinfo)",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_nss },
	.wanted = wanted,
	.observe = observe,
};
