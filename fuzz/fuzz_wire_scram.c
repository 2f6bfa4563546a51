/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of SCRAM's texts. */
#include "wire/scram.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct scram_first first;
	uint8_t proof[SCRAM_PROOF_MAX];
	char out[1024];
	struct buf buf;

	if (scram_server_first(text, size, "abc", &first) == 0) {
		if (first.nonce < text || first.nonce + first.n_nonce > text + size ||
		    first.n_salt > SCRAM_SALT_MAX || first.rounds < 1) {
			abort();
		}
		buf_init(&buf, out, sizeof(out));
		scram_client_final(&buf, "n,,", data, size, &first);
	}
	if (scram_server_final(text, size, proof) > SCRAM_PROOF_MAX) {
		abort();
	}
	return 0;
}
