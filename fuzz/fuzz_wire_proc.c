/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of /proc. */
#include "wire/proc.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	uint32_t counts[N_PROC_TCP_STATES] = { 0 };
	int64_t v[3] = { 0 };

	(void)proc_counter(text, size, "TcpExt", "ListenOverflows", v);
	(void)proc_counter6(text, size, "Ip6OutRequests", v);
	(void)proc_received(text, size, "lo:", v);
	(void)proc_limit(text, size, "Max open files", v, v + 1);
	proc_socket_count(text, size, NULL, 0, counts);
	return proc_numbers(text, size, v, 3) > 3 ? abort(), 1 : 0;
}
