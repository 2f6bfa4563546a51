/* SPDX-License-Identifier: Apache-2.0 */
/* Who owns the port of a target on this host. */
#include "evidence/owner.h"
#include "given.h"

#define HERE "at 127.0.0.1\nroute type=local\ntcp end=connected\n"

static struct attempt *at_home(const char *target, const char *sockets)
{
	static char text[2048];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, sockets);
	buf_puts(&buf, HERE);
	return run_to(target, text)->first;
}

static void the_socket_that_fits_best_takes_the_connection(void **state)
{
	(void)state;
	const struct ev_listening *l = port_owner(
		at_home("http://127.0.0.1", "listener.sockets addr=:: v6_only=no pid=1\n"
	                                    "listener.sockets addr=127.0.0.1 v6_only=no pid=2\n"
	                                    "listener.sockets addr=0.0.0.0 v6_only=no pid=3\n"));
	assert_int_equal(l->pid, 2);
	l = port_owner(at_home("http://127.0.0.1", "listener.sockets addr=:: v6_only=no pid=1\n"
	                                           "listener.sockets addr=0.0.0.0 v6_only=no "
	                                           "pid=3\n"));
	assert_int_equal(l->pid, 3);
	assert_null(port_owner(
		at_home("http://127.0.0.1", "listener.sockets addr=:: v6_only=yes pid=1\n")));
	assert_null(port_owner(at_home("http://127.0.0.1",
	                               "listener.sockets addr=127.0.0.1 v6_only=no\n"
	                               "listener.sockets pid=4\n")));
}

static void only_a_server_of_one_other_protocol_is_the_wrong_one(void **state)
{
	(void)state;
#define RUNS(name) "listener.sockets addr=0.0.0.0 v6_only=no program=\"" name "\"\n"
	says_yes(owner_speaks_other(at_home("https://127.0.0.1", RUNS("sshd"))));
	says_yes(owner_speaks_other(at_home("mysql://127.0.0.1", RUNS("postgres"))));
	says_no(owner_speaks_other(at_home("postgres://127.0.0.1", RUNS("postgres"))));
	says_no(owner_speaks_other(at_home("postgres://127.0.0.1", RUNS("haproxy"))));
	says_no(owner_speaks_other(at_home("tcp://127.0.0.1:80", RUNS("sshd"))));
	says_nothing(owner_speaks_other(
		at_home("https://127.0.0.1", "listener.sockets addr=0.0.0.0 v6_only=no\n")));
	says_no(owner_speaks_other(
		address_with("https://10.0.3.15", "route type=unicast\ntcp end=connected\n")));
}

static void a_file_or_directory_that_is_gone_makes_it_old(void **state)
{
	(void)state;
#define GONE(file, place) \
	"listener.sockets addr=127.0.0.1 v6_only=no file_gone=" file " place_gone=" place "\n"
	says_yes(owner_is_old(at_home("http://127.0.0.1", GONE("yes", "no"))));
	says_yes(owner_is_old(at_home("http://127.0.0.1", GONE("no", "yes"))));
	says_no(owner_is_old(at_home("http://127.0.0.1", GONE("no", "no"))));
}

static void workers_and_both_families_of_one_program_are_one_owner(void **state)
{
	(void)state;
#define FIRST \
	"listener.sockets addr=127.0.0.1 v6_only=no uid=0 pid=7 program=\"nginx\" place=\"/\"\n"
#define NEXT(addr, uid, pid, name, place)                                                         \
	FIRST "listener.sockets addr=" addr " v6_only=no uid=" uid " pid=" pid " program=\"" name \
	      "\" place=\"" place "\"\n"
	says_no(owned_twice(at_home("http://127.0.0.1", NEXT("::1", "0", "7", "nginx", "/"))));
	says_no(owned_twice(at_home("http://127.0.0.1", NEXT("::1", "0", "8", "nginx", "/"))));
	says_yes(owned_twice(at_home("http://127.0.0.1", NEXT("::1", "33", "8", "nginx", "/"))));
	says_yes(owned_twice(at_home("http://127.0.0.1", NEXT("::1", "0", "8", "node", "/"))));
	says_yes(owned_twice(at_home("http://127.0.0.1", NEXT("::1", "0", "8", "nginx", "/b"))));
	/* an address of its own each: nobody takes one for the other */
	says_no(owned_twice(at_home("http://127.0.0.1", NEXT("127.0.0.2", "0", "8", "node", "/"))));
}

static void a_product_must_have_refused_to_be_the_wrong_one(void **state)
{
	(void)state;
	says_yes(other_product(address_with("http://10.0.3.15:5000",
	                                    "http end=head status=403 server=\"AirTunes/1\"\n")));
	says_no(other_product(address_with("http://10.0.3.15:5000",
	                                   "http end=head status=200 server=\"AirTunes/1\"\n")));
	says_no(other_product(address_with("http://10.0.3.15:5000", "http end=head status=403\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_socket_that_fits_best_takes_the_connection),
		cmocka_unit_test(only_a_server_of_one_other_protocol_is_the_wrong_one),
		cmocka_unit_test(a_file_or_directory_that_is_gone_makes_it_old),
		cmocka_unit_test(workers_and_both_families_of_one_program_are_one_owner),
		cmocka_unit_test(a_product_must_have_refused_to_be_the_wrong_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
