/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of MySQL's packets: a server's greeting and its answers to a login. */
#include "wire/mysql.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mysql_text payload;
	struct mysql_greeting greeting;
	struct mysql_error error;
	struct mysql_answer answer;
	uint8_t sequence = 0;
	int used = mysql_packet(data, size, &payload, &sequence);

	if (used <= 0) {
		payload = (struct mysql_text){ data, size };
	} else if ((size_t)used > size || payload.len > (size_t)used) {
		abort();
	}
	if (mysql_parse_greeting(&payload, &greeting, &error) == MYSQL_OK &&
	    (greeting.version.len > size || greeting.n_nonce > MYSQL_NONCE_MAX ||
	     strlen(greeting.plugin) >= MYSQL_NAME_MAX)) {
		abort();
	}
	mysql_parse_answer(&payload, &answer);
	if (answer.data.len > size || strlen(answer.plugin) >= MYSQL_NAME_MAX ||
	    (answer.kind == MYSQL_ERROR && answer.error.text.len > size)) {
		abort();
	}
	return 0;
}
