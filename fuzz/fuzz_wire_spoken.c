/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the guesser of protocols. */
#include "wire/spoken.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool more = false;

	for (int after = 0; after < N_SPOKEN_AFTER; after++) {
		enum wire_spoken s = spoken_guess(data, size, (enum spoken_after)after, &more);

		if (s >= N_WIRE_SPOKEN || spoken_from_word(spoken_word(s)) != (int)s) {
			abort();
		}
	}
	return 0;
}
