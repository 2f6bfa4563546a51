/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes what a server sends before encryption: identification, offer, key and certificate. */
#include "wire/ssh_key.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint8_t bytes[SSH_KEY_BLOB_MAX];
	struct ssh_hello hello = { .state = SSH_HELLO_MORE };
	struct ssh_offer offer = { .guesses = false };
	struct ssh_key_cert cert = { .host = false };
	struct ssh_span common = { .len = 0 };
	struct ssh_span all = { .at = data, .len = size };

	ssh_hello_read(data, size, &hello);
	if (hello.state == SSH_HELLO_LINE && (hello.used > size || hello.line.len > SSH_LINE_MAX)) {
		abort();
	}
	if (ssh_offer_read(data, size, &offer) == 0) {
		for (int i = 1; i < N_SSH_LISTS; i++) {
			(void)ssh_first_common(offer.list[0], offer.list[i], &common);
		}
	}
	if (ssh_key_type(all).len > SSH_NAME_MAX) {
		abort();
	}
	if (ssh_key_cert(all, bytes, &cert) == 0 && cert.key.len > sizeof(bytes)) {
		abort();
	}
	return 0;
}
