/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of a real /proc (kernel 6.18), and texts that are none. */
#include "test.h"

#include "wire/proc.h"

static const char snmp[] =
	"Ip: Forwarding DefaultTTL InReceives OutRequests\nIp: 2 64 1000 2000\n"
	"Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens\nTcp: 1 200 120000 -1 0\n"
	"TcpExt: Cut\n";

static const char tcp[] =
	"  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  "
	"timeout inode                                                     \n"
	"   0: 0100007F:0016 00000000:0000 0A 00000080:00000003 00:00000000 00000000  1000  "
	"      0 12345 1 0000000000000000 100 0 0 10 0                       \n"
	"   1: 0200000A:9C40 090200C0:01BB 02 00000001:00000000 01:00000064 00000002     0  "
	"      0 0 2 0000000000000000 200 4 30 10 -1                         \n"
	"   2: 0200000A:9C41 090200C0:01BB 06 00000000:00000000 03:00000064 00000000     0  "
	"      0 0 3 0000000000000000\n";

static const char tcp6[] =
	"  sl  local_address                         remote_address                        st "
	"tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
	"   0: 00000000000000000000000001000000:0035 00000000000000000000000000000000:0000 0A "
	"00000000:00000000 00:00000000 00000000   101        0 777 1 0000000000000000 100 0 0\n";

static void counters_are_found_and_absence_is_told_from_zero(void **state)
{
	int64_t v = 77;

	(void)state;
	assert_int_equal(proc_counter(snmp, strlen(snmp), "Ip", "OutRequests", &v), 0);
	assert_int_equal(v, 2000);
	assert_int_equal(proc_counter(snmp, strlen(snmp), "Tcp", "ActiveOpens", &v), 0);
	assert_int_equal(v, 0);
	assert_int_equal(proc_counter(snmp, strlen(snmp), "Tcp", "MaxConn", &v), 0);
	assert_int_equal(v, -1);
	v = 77;
	assert_int_equal(proc_counter(snmp, strlen(snmp), "Ip", "OutTransmits", &v), -ENOENT);
	assert_int_equal(proc_counter(snmp, strlen(snmp), "Udp", "InErrors", &v), -ENOENT);
	assert_int_equal(proc_counter(snmp, strlen(snmp), "TcpExt", "Cut", &v), -ENOENT);
	assert_int_equal(proc_counter("", 0, "Ip", "x", &v), -ENOENT);
	assert_int_equal(proc_counter("Ip: A B\nIp: 1\n", 14, "Ip", "B", &v), -ENOENT);
	assert_int_equal(proc_counter("Ip: A\nIp: x\n", 12, "Ip", "A", &v), -ENOENT);
	assert_int_equal(v, 77);
	assert_int_equal(proc_counter6("Ip6InReceives  \t32\nIp6X 3", 25, "Ip6X", &v), 0);
	assert_int_equal(v, 3);
	assert_int_equal(proc_counter6("Ip6X", 4, "Ip6X", &v), -ENOENT);
	assert_int_equal(proc_received("  eth0: 9 8\n    lo: 740 12 0 0\n", 32, "lo:", &v), 0);
	assert_int_equal(v, 12);
	assert_int_equal(proc_received("    lo: 740", 11, "lo:", &v), -ENOENT);
}

static void sockets_are_read(void **state)
{
	struct proc_sockets where = { 0 };
	struct proc_socket s;

	(void)state;
	assert_true(proc_socket_next(tcp, strlen(tcp), &where, &s));
	assert_int_equal(s.local_port, 22);
	assert_memory_equal(s.local.bytes, "\x7f\0\0\1", 4);
	assert_int_equal(s.state, PROC_TCP_LISTEN);
	assert_true(s.uid == 1000 && s.inode == 12345 && s.tx_queue == 0x80 && s.rx_queue == 3);
	assert_true(proc_socket_next(tcp, strlen(tcp), &where, &s));
	assert_memory_equal(s.remote.bytes, "\xc0\0\2\x9", 4);
	assert_int_equal(s.remote_port, 443);
	assert_int_equal(s.state, PROC_TCP_SYN_SENT);
	assert_true(proc_socket_next(tcp, strlen(tcp), &where, &s));
	assert_false(proc_socket_next(tcp, strlen(tcp), &where, &s));
	assert_false(proc_socket_next(tcp, strlen(tcp), &where, &s));
	assert_int_equal(where.n_malformed, 0);
	where = (struct proc_sockets){ 0 };
	assert_true(proc_socket_next(tcp6, strlen(tcp6), &where, &s));
	assert_int_equal(s.local.family, ADDR_V6);
	assert_memory_equal(s.local.bytes, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1", 16);
	assert_int_equal(s.local_port, 53);
	assert_int_equal(s.uid, 101);
}

static void sockets_are_counted_by_state_and_peer(void **state)
{
	struct addr peer = { ADDR_V4, { 192, 0, 2, 9 } };
	uint32_t n[N_PROC_TCP_STATES] = { 0 };

	(void)state;
	proc_socket_count(tcp, strlen(tcp), &peer, 443, n);
	assert_true(n[PROC_TCP_SYN_SENT] == 1 && n[PROC_TCP_TIME_WAIT] == 1);
	assert_int_equal(n[PROC_TCP_LISTEN], 0);
	proc_socket_count(tcp, strlen(tcp), NULL, 0, n);
	assert_true(n[PROC_TCP_SYN_SENT] == 2 && n[PROC_TCP_LISTEN] == 1);
	proc_socket_count(tcp, strlen(tcp), &peer, 80, n);
	assert_int_equal(n[PROC_TCP_SYN_SENT], 2);
	assert_string_equal(proc_tcp_state_name(PROC_TCP_LISTEN), "LISTEN");
	assert_null(proc_tcp_state_name(0));
	assert_null(proc_tcp_state_name(99));
}

static void malformed_lines_are_skipped_and_counted(void **state)
{
	static const char text[] =
		"sl\n"
		"0: 0100007F:16 00000000:0000 0A 00000000:00000000 0 0 0 0 1\n"
		"0: 010000FG:0016 00000000:0000 0A 00000000:00000000 0 0 0 0 1\n"
		"0: 0100007F:0016 00000000:0000 0A 0:0 0 0 0 0 1\n"
		"0: 0100007F:0016 00000000:0000 0A 00000000:00000000 0 0 -1 0 1\n"
		"0: 0100007F:0016 00000000:0000 0A 00000000:00000000 0 0 0 0\n"
		"0 0100007F:0016 00000000:0000 0A 00000000:00000000 0 0 0 0 1\n"
		"\n   \n"
		"0: 0100007F:0016 00000000:0000 FF 00000000:00000000 0 0 0 0 1";
	struct proc_sockets where = { .at = 0 };
	struct proc_socket s;
	uint32_t n[N_PROC_TCP_STATES] = { 0 };

	(void)state;
	assert_true(proc_socket_next(text, strlen(text), &where, &s));
	assert_int_equal(s.state, 0xff);
	assert_int_equal(where.n_malformed, 6);
	proc_socket_count(text, strlen(text), NULL, 0, n); /* a state that does not exist */
	where.at = 1000000;
	assert_false(proc_socket_next(text, strlen(text), &where, &s));
}

static void limits_are_read(void **state)
{
	static const char text[] =
		"Limit                     Soft Limit           Hard Limit           Units     \n"
		"Max cpu time              unlimited            unlimited            seconds   \n"
		"Max open files            1024                 1048576              files     \n"
		"Max open                  x                    1\n";
	int64_t soft = 0;
	int64_t hard = 0;

	(void)state;
	assert_int_equal(proc_limit(text, strlen(text), "Max open files", &soft, &hard), 0);
	assert_true(soft == 1024 && hard == 1048576);
	assert_int_equal(proc_limit(text, strlen(text), "Max cpu time", &soft, &hard), 0);
	assert_true(soft == INT64_MAX && hard == INT64_MAX);
	assert_int_equal(proc_limit(text, strlen(text), "Max stack size", &soft, &hard), -ENOENT);
	assert_int_equal(proc_limit("Max open files 1", 16, "Max open files", &soft, &hard),
	                 -ENOENT);
	assert_int_equal(proc_limit("Max open files", 14, "Max open files", &soft, &hard), -ENOENT);
}

static void numbers_are_read(void **state)
{
	int64_t v[2] = { 0 };

	(void)state;
	assert_int_equal(proc_numbers("32768\t60999\n", 12, v, 2), 2);
	assert_true(v[0] == 32768 && v[1] == 60999);
	assert_int_equal(proc_numbers("-1\n", 3, v, 2), 1);
	assert_int_equal(v[0], -1);
	assert_int_equal(proc_numbers("", 0, v, 2), -EINVAL);
	assert_int_equal(proc_numbers("1 x", 3, v, 2), -EINVAL);
	assert_int_equal(proc_numbers("1 2 3", 5, v, 2), -EINVAL);
	assert_int_equal(proc_numbers("99999999999999999999", 20, v, 2), -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counters_are_found_and_absence_is_told_from_zero),
		cmocka_unit_test(sockets_are_read),
		cmocka_unit_test(sockets_are_counted_by_state_and_peer),
		cmocka_unit_test(malformed_lines_are_skipped_and_counted),
		cmocka_unit_test(limits_are_read),
		cmocka_unit_test(numbers_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
