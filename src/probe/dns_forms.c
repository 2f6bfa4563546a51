/* SPDX-License-Identifier: Apache-2.0 */
/* The search list. A name with at least ndots dots is tried as it stands first, another last; one
 * with a dot at its end is tried as it stands only. */
#include "probe/dns_forms.h"

#include "base/buf.h"
#include "evidence/read.h"

#include <string.h>

static int count_dots(const char *name)
{
	int n = 0;

	for (; *name != '\0'; name++) {
		n += *name == '.';
	}
	return n;
}

static void add(struct dns_forms *f, const char *name, const char *domain, int search)
{
	struct buf buf;

	if (f->n == DNS_FORMS_MAX) {
		return;
	}
	buf_init(&buf, f->form[f->n].name, sizeof(f->form[f->n].name));
	buf_puts(&buf, name);
	if (domain != NULL && strcmp(domain, ".") != 0) {
		buf_putc(&buf, '.');
		buf_puts(&buf, domain);
	}
	f->form[f->n++].search = search;
}

void dns_forms_make(const char *name, const struct ev_resolv *resolv, struct dns_forms *ret)
{
	const size_t len = strlen(name);
	const bool absolute = len > 0 && name[len - 1] == '.';
	const int64_t ndots = resolv != NULL && resolv->has.ndots ? resolv->ndots : 1;
	const bool early = absolute || count_dots(name) >= ndots;
	int search = 0;

	ret->n = 0;
	if (early) {
		add(ret, name, NULL, 0);
	}
	if (!absolute && resolv != NULL && resolv->has.search) {
		list_each(word, w, &resolv->search) {
			search++;
			if (w->has.text && ret->n < DNS_FORMS_MAX - 1) {
				add(ret, name, w->text, search);
			}
		}
	}
	if (!early) {
		add(ret, name, NULL, 0);
	}
}
