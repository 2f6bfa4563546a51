/* SPDX-License-Identifier: Apache-2.0 */
/* Targets as people type and paste them. */
#include "test.h"

static struct target t;
static struct target_error error;

static void parse(const char *text)
{
	int r = target_parse(text, strlen(text), &t, &error);

	if (r != 0) {
		fail_msg("%s: %s", text, error.text);
	}
}

struct good {
	const char *text;
	const char *url; /* as target_format() writes it */
	const char *host;
	uint16_t port;
};

static const struct good goods[] = {
	{ "https://example.com/a?b=c#d", "https://example.com/a?b=c", "example.com", 443 },
	{ "db", "https://db", "db", 443 },
	{ "DB.Example.COM", "https://db.example.com", "db.example.com", 443 },
	{ "example.com.", "https://example.com.", "example.com.", 443 },
	{ "host:22", "ssh://host", "host", 22 },
	{ "host:25", "smtp://host", "host", 25 },
	{ "host:53", "dns://host", "host", 53 },
	{ "host:80", "http://host", "host", 80 },
	{ "host:443", "https://host", "host", 443 },
	{ "host:5432", "postgres://host", "host", 5432 },
	{ "host:6379", "redis://host", "host", 6379 },
	{ "host:9999", "tcp://host:9999", "host", 9999 },
	{ "host:9999/health", "http://host:9999/health", "host", 9999 },
	{ "example.com/status", "https://example.com/status", "example.com", 443 },
	{ "//example.com/x", "https://example.com/x", "example.com", 443 },
	{ "http://host:/", "http://host/", "host", 80 },
	{ "HTTP://HOST:0080/", "http://host/", "host", 80 },
	{ "http://host:8080?x=1", "http://host:8080/?x=1", "host", 8080 },
	{ "http://host/a b\r\nX: y", "http://host/a%20b%0D%0AX:%20y", "host", 80 },
	{ "http://host/ä", "http://host/%C3%A4", "host", 80 },
	{ "http://host/a/./b/../c?d=../e", "http://host/a/c?d=../e", "host", 80 },
	{ "http://a_b.c-d/", "http://a_b.c-d/", "a_b.c-d", 80 },
	{ "https://münchen.de/", "https://münchen.de/", "münchen.de", 443 },
	{ "https://日本語.jp/", "https://日本語.jp/", "日本語.jp", 443 },
	{ "https://ex%61mple.com/", "https://example.com/", "example.com", 443 },
	{ "2001:db8::1", "https://[2001:db8::1]", "2001:db8::1", 443 },
	{ "::1", "https://[::1]", "::1", 443 },
	{ "fe80::1%eth0", "https://[fe80::1%eth0]", "fe80::1", 443 },
	{ "[2001:DB8:0:0::1]:22", "ssh://[2001:db8::1]", "2001:db8::1", 22 },
	{ "http://[fe80::1%25eth0]:8080/", "http://[fe80::1%eth0]:8080/", "fe80::1", 8080 },
	{ "http://[::ffff:192.0.2.1]/", "http://[::ffff:c000:201]/", "::ffff:c000:201", 80 },
	{ "10.0.0.1:3306", "mysql://10.0.0.1", "10.0.0.1", 3306 },
	{ "http://127.1/", "http://127.0.0.1/", "127.0.0.1", 80 },
	{ "http://0x7f.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80 },
	{ "http://0177.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80 },
	{ "http://2130706433/", "http://127.0.0.1/", "127.0.0.1", 80 },
	{ "http://web.1/", "http://web.1/", "web.1", 80 },
	{ "http://1e100.net/", "http://1e100.net/", "1e100.net", 80 },
	{ "http://undefined-behaviour.example/null", "http://undefined-behaviour.example/null",
	  "undefined-behaviour.example", 80 },
	{ "http://none.example.com/", "http://none.example.com/", "none.example.com", 80 },
	{ "https://your-domain.com/", "https://your-domain.com/", "your-domain.com", 443 },
	{ "http://host/{id}/$x/%7Bundefined%7D", "http://host/{id}/$x/%7Bundefined%7D", "host",
	  80 },
	{ "https://registry.npmjs.org/@babel/core", "https://registry.npmjs.org/@babel/core",
	  "registry.npmjs.org", 443 },
	{ "https://host:443/@scope/pkg?a=b@c.d", "https://host/@scope/pkg?a=b@c.d", "host", 443 },
	{ "https://u:p@host/@scope/x", "https://host/@scope/x", "host", 443 },
	{ "http://localhost:8080?x@y", "http://localhost:8080/?x@y", "localhost", 8080 },
	{ "http://host/x?u=http://a.b/", "http://host/x?u=http://a.b/", "host", 80 },
	{ "host/x?u=http://a.b/", "https://host/x?u=http://a.b/", "host", 443 },
	{ "postgres://host:5433/db?user=me@corp.com", "postgres://host:5433/db?user=me@corp.com",
	  "host", 5433 },
	{ "jdbc:postgresql://db:5433/x", "postgresql://db:5433/x", "db", 5433 },
	{ "me@host", "ssh://host", "host", 22 },
	{ "me@host:2222/x", "http://host:2222/x", "host", 2222 },
	{ "git@github.com:org/repo.git", "ssh://github.com", "github.com", 22 },
	{ "unix:/run/x.sock", "unix:/run/x.sock", "/run/x.sock", 0 },
	{ "unix:///run/x.sock", "unix:/run/x.sock", "/run/x.sock", 0 },
	{ "/run/x.sock", "unix:/run/x.sock", "/run/x.sock", 0 },
	{ "postgres:///db", "postgres:///db?host=/var/run/postgresql",
	  "/var/run/postgresql/.s.PGSQL.5432", 5432 },
	{ "postgres://%2Ftmp/db", "postgres:///db?host=/tmp", "/tmp/.s.PGSQL.5432", 5432 },
	{ "postgres:///db?host=/tmp&port=5433", "postgres:///db?host=/tmp&port=5433",
	  "/tmp/.s.PGSQL.5433", 5433 },
	{ "postgres:///db?host=h&port=5433", "postgres://h:5433/db?host=h&port=5433", "h", 5433 },
	{ "postgres://u@/db?host=h", "postgres://h/db?host=h", "h", 5432 },
	{ "udp://host:123", "udp://host:123", "host", 123 },
	{ "mongodb+srv://cluster.example.net/db", "mongodb+srv://cluster.example.net/db",
	  "cluster.example.net", 27017 },
};

static void good_targets_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(goods); i++) {
		char url[TARGET_TEXT_MAX];
		struct buf buf;

		parse(goods[i].text);
		buf_init(&buf, url, sizeof(url));
		target_format(&buf, &t);
		if (t.flaw != FLAW_NONE) {
			fail_msg("%s: %s %s", goods[i].text, target_flaw_words[t.flaw],
			         t.flaw_text);
		}
		assert_string_equal(url, goods[i].url);
		assert_string_equal(t.host, goods[i].host);
		assert_int_equal(t.port, goods[i].port);
	}
}

struct bad {
	const char *text;
	enum flaw flaw;
	const char *shown; /* flaw_text */
};

static const struct bad bads[] = {
	{ "http://db.example.com /status", FLAW_BLANK, "db.example.com " },
	{ "db.example.com ", FLAW_BLANK, "db.example.com " },
	{ " db.example.com", FLAW_BLANK, " db.example.com" },
	{ " https://host/", FLAW_BLANK, " https" },
	{ "db.example.com:5432 ", FLAW_BLANK, "5432 " },
	{ "db.example.com\n", FLAW_BLANK, "db.example.com\\x0a" },
	{ "db.example.com:5432\r", FLAW_BLANK, "5432\\x0d" },
	{ "db.example.com 5432", FLAW_BLANK, "db.example.com 5432" },
	{ "http://10.2.0.2:8080 /", FLAW_BLANK, "8080 " },
	{ "https://host%20/", FLAW_BLANK, "host " },
	{ "https://a\xc2\xa0"
	  "b/",
	  FLAW_BLANK, "U+00a0" },
	{ "https://a\xe3\x80\x80/", FLAW_BLANK, "U+3000" },
	{ "curl https://host/", FLAW_BLANK, " https" },
	{ "https://ｅxample.com/", FLAW_CHARACTER, "ｅ (U+ff45)" },
	{ "https://example。com/", FLAW_CHARACTER, "。 (U+3002)" },
	{ "https://example\xe2\x80\x8b.com/", FLAW_CHARACTER, "U+200b" },
	{ "\xef\xbb\xbf"
	  "example.com",
	  FLAW_CHARACTER, "U+feff" },
	{ "https://foo\xe2\x80\x93"
	  "bar.com/",
	  FLAW_CHARACTER, "\xe2\x80\x93 (U+2013)" },
	{ "https://a\xff/", FLAW_CHARACTER, "\\xff" },
	{ "example,com", FLAW_CHARACTER, "," },
	{ "http://h1,h2/", FLAW_CHARACTER, "," },
	{ "\"https://host/\"", FLAW_CHARACTER, "\"" },
	{ "'https://host/'", FLAW_CHARACTER, "'" },
	{ "\xe2\x80\x9chttps://host/", FLAW_CHARACTER, "\xe2\x80\x9c (U+201c)" },
	{ "<https://host/>", FLAW_CHARACTER, "<" },
	{ "API_URL=https://host/", FLAW_CHARACTER, "=" },
	{ "https://*.example.com/", FLAW_CHARACTER, "*" },
	{ "https://http://host/", FLAW_CHARACTER, "http" },
	{ "https://https//host/", FLAW_CHARACTER, "https" },
	{ "https://-host/", FLAW_CHARACTER, "-" },
	{ "host:８０", FLAW_CHARACTER, "８０" },
	{ "http://a..b/", FLAW_EMPTY_LABEL, "a..b" },
	{ "http://.example.com/", FLAW_EMPTY_LABEL, ".example.com" },
	{ "http://example.com../", FLAW_EMPTY_LABEL, "example.com.." },
	{ "http://aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg/",
	  FLAW_LONG_LABEL, "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd..." },
	{ "http://fe80::1/", FLAW_V6_BRACKETS, "fe80::1" },
	{ "http://2001:db8::1:8080/", FLAW_V6_BRACKETS, "2001:db8::1:8080" },
	{ "2001:db8:0:0:0:0:0:1:8080", FLAW_V6_BRACKETS, "2001:db8:0:0:0:0:0:1:8080" },
	{ "::1:8080", FLAW_V6_BRACKETS, "::1:8080" },
	{ "fe80::1/x", FLAW_V6_BRACKETS, "fe80::1" },
	{ "http://[fe80::1/", FLAW_V6_BRACKETS, "[fe80::1" },
	{ "http://[::1", FLAW_V6_BRACKETS, "[::1" },
	{ "http://256.1.1.1/", FLAW_BAD_ADDRESS, "256.1.1.1" },
	{ "http://10.0.0/", FLAW_BAD_ADDRESS, "10.0.0" },
	{ "http://1.2.3.4.5/", FLAW_BAD_ADDRESS, "1.2.3.4.5" },
	{ "http://1.2.3.4./", FLAW_BAD_ADDRESS, "1.2.3.4." },
	{ "8080", FLAW_BAD_ADDRESS, "8080" },
	{ "http://[1.2.3.4]/", FLAW_BAD_ADDRESS, "1.2.3.4" },
	{ "http://[::12345]/", FLAW_BAD_ADDRESS, "::12345" },
	{ "host:99999", FLAW_BAD_PORT, "99999" },
	{ "host:80a", FLAW_BAD_PORT, "80a" },
	{ "host:0", FLAW_BAD_PORT, "0" },
	{ "host:-1", FLAW_BAD_PORT, "" },
	{ "db:5432:5432", FLAW_BAD_PORT, "" },
	{ "http://host:port/", FLAW_BAD_PORT, "port" },
	{ "redis://host:secretword", FLAW_BAD_PORT, "" },
	{ "http:///x", FLAW_NO_HOST, "" },
	{ "http://:8080/", FLAW_NO_HOST, "" },
	{ ":8080", FLAW_NO_HOST, "" },
	{ "/api/status", FLAW_NO_HOST, "" },
	{ "https://?x", FLAW_NO_HOST, "" },
	{ "postgres://u:p@:5432/db", FLAW_NO_HOST, "" },
	{ "redis://:pw@/0", FLAW_NO_HOST, "" },
	{ "http://undefined:8080/", FLAW_PLACEHOLDER, "undefined" },
	{ "undefined", FLAW_PLACEHOLDER, "undefined" },
	{ "https://null/", FLAW_PLACEHOLDER, "null" },
	{ "redis://None:6379", FLAW_PLACEHOLDER, "None" },
	{ "http://NaN/", FLAW_PLACEHOLDER, "NaN" },
	{ "http://<nil>:80/", FLAW_PLACEHOLDER, "<nil>" },
	{ "http://<no value>/", FLAW_PLACEHOLDER, "<no value>" },
	{ "http://(null)/", FLAW_PLACEHOLDER, "(null)" },
	{ "http://[object Object]/", FLAW_PLACEHOLDER, "object Object" },
	{ "http://${API_HOST}/", FLAW_PLACEHOLDER, "${API_HOST}" },
	{ "http://${HOST:-a/b}:80/x", FLAW_PLACEHOLDER, "${HOST:-a/b}" },
	{ "http://$API_HOST/", FLAW_PLACEHOLDER, "$API_HOST" },
	{ "http://api.$DOMAIN/", FLAW_PLACEHOLDER, "$DOMAIN" },
	{ "https://{{ host }}/", FLAW_PLACEHOLDER, "{{ host }}" },
	{ "https://{{ .Values.host | default \"a/b\" }}/", FLAW_PLACEHOLDER,
	  "{{ .Values.host | default \"a/b\" }}" },
	{ "http://#{host}/", FLAW_PLACEHOLDER, "#{host}" },
	{ "http://<%= host %>/", FLAW_PLACEHOLDER, "<%= host %>" },
	{ "http://<your-host>/", FLAW_PLACEHOLDER, "<your-host>" },
	{ "http://%s:%d/", FLAW_PLACEHOLDER, "%s" },
	{ "http://%(host)s/", FLAW_PLACEHOLDER, "%(host)s" },
	{ "http://%HOST%/", FLAW_PLACEHOLDER, "%HOST%" },
	{ "http://@HOST@:80/", FLAW_PLACEHOLDER, "@HOST@" },
	{ "http://__HOST__/", FLAW_PLACEHOLDER, "__HOST__" },
	{ "http://[hostname]/", FLAW_PLACEHOLDER, "[hostname]" },
	{ "http://$(hostname)/", FLAW_PLACEHOLDER, "$(hostname)" },
	{ "192.168.x.x", FLAW_PLACEHOLDER, "192.168.x.x" },
	{ "host:undefined", FLAW_PLACEHOLDER, "undefined" },
	{ "http://host:${PORT}/", FLAW_PLACEHOLDER, "${PORT}" },
	{ "http://host:$PORT/", FLAW_PLACEHOLDER, "$PORT" },
	{ "http://host:NaN/@x", FLAW_PLACEHOLDER, "NaN" },
	{ "host:", FLAW_PLACEHOLDER, ":" },
	{ "://host/", FLAW_PLACEHOLDER, "://" },
	{ "${SCHEME}://host/", FLAW_PLACEHOLDER, "${SCHEME}" },
	{ "undefined://host/", FLAW_PLACEHOLDER, "undefined" },
	{ "0.0.0.0:8000", FLAW_UNSPECIFIED, "0.0.0.0" },
	{ "http://[::]:80/", FLAW_UNSPECIFIED, "::" },
	{ "http://0/", FLAW_UNSPECIFIED, "0.0.0.0" },
	{ "unix:", FLAW_UNIX_PATH, "" },
	{ "unix:/run/x.sock\n", FLAW_UNIX_PATH, "/run/x.sock\\x0a" },
};

static void flaws_are_told_by_the_part_that_shows_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(bads); i++) {
		parse(bads[i].text);
		if (t.flaw != bads[i].flaw || strcmp(t.flaw_text, bads[i].shown) != 0) {
			fail_msg("%s: %s (%s), not %s (%s)", bads[i].text,
			         target_flaw_words[t.flaw], t.flaw_text,
			         target_flaw_words[bads[i].flaw], bads[i].shown);
		}
		assert_int_equal(t.flawed_is_fatal, t.flaw != FLAW_UNSPECIFIED);
	}
}

/* Each password holds "zzz", and so does nothing else. */
static const char *const leaky[] = {
	"postgres://app:Pa@55zzz@db:5432/x",
	"postgres://u:zzz/zzz@host/db",
	"postgres://u:12/zzz@host/db",
	"postgres://u:zzz#zzz@host/db",
	"postgres://u:12#zzz@host/db",
	"mysql://root:zzz?zzz@db/x",
	"mysql://root:12?zzz@db/x",
	"redis://:zzz/zzz@host:6379",
	"u:p@zzz:zzz@host",
	"u:zzz/zzz@host",
	"postgres://u:p@zzz/zzz@host/db",
	"http://u:zzz/zzz@host/",
	"http://u:p@#zzz@host/",
	"http://u:p@zzz#zzz@host/",
	"http://u:p@zzz/zzz@host/",
	"http://u:1zzz/x=zzz@host/",
	"amqp://u:p@zzz?zzz@mq/vhost",
	"sftp://me@corp.zzz@host/",
	"postgres://u:zzz%00zzz@host/db",
	"PGPASSWORD=x psql postgres://u:p@zzz@host/",
};

static void nothing_of_a_broken_password_is_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(leaky); i++) {
		parse(leaky[i]);
		if (t.flaw != FLAW_CREDENTIALS) {
			fail_msg("%s: %s", leaky[i], target_flaw_words[t.flaw]);
		}
		assert_null(memmem(&t, sizeof(t), "zzz", 3));
		assert_string_equal(t.input, "");
		assert_string_equal(t.host, "");
		assert_string_equal(t.path, "");
		assert_int_equal(strlen(t.flaw_text), 1);
	}
}

static const char *const hidden[][2] = {
	{ "postgres://u:zzz@db/x", "postgres://u:***@db/x" },
	{ "redis://:zzz@db/0", "redis://:***@db/0" },
	{ "http://host/?a=b&token=zzz&c=d#f", "http://host/?a=b&token=***&c=d#f" },
	{ "postgres://db/x?user=u&password=zzz", "postgres://db/x?user=u&password=***" },
	{ "https://ghp_zzz012345678901234567@github.com/", "https://***@github.com/" },
	{ "redis://:zzzsecret", "redis://:***" },
	{ "X=zzz psql postgres://u:zzz@db/x", "***postgres://u:***@db/x" },
	{ "postgres://u:zzz@db ex/x", "postgres://u:***@db ex/x" },
	{ "postgres://u:zzz@${DB}/x", "postgres://u:***@${DB}/x" },
	{ "db\x1b[31m", "db\\x1b[31m" },
};

static void the_input_is_kept_without_secrets(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(hidden); i++) {
		parse(hidden[i][0]);
		assert_string_equal(t.input, hidden[i][1]);
	}
}

static void user_info_is_decoded(void **state)
{
	(void)state;
	parse("postgres://a%40b:p%3a%2F%25w%zz@db:5433/x");
	assert_string_equal(t.user, "a@b");
	assert_string_equal(t.secret, "p:/%w%zz");
	parse("https://u:p:q@host/");
	assert_string_equal(t.secret, "p:q");
}

static const char *const refused[][2] = {
	{ "", "" },
	{ " ", "" },
	{ "htps://host/", "https://" },
	{ "htpp://host/", "http://" },
	{ "httpss://host/", "https://" },
	{ "postgre://host/", "postgres://" },
	{ "postgresql+asyncpg://host/", "postgresql://" },
	{ "mongo://host/", "mongodb://" },
	{ "ftp://host/", "tcp://" },
	{ "gopher://host/", "" },
	{ "http:/host/", "http://" },
	{ "http:\\\\host\\", "http://" },
	{ "https:example.com", "https://" },
	{ "https//host/", "https://" },
	{ "tcp://host", "tcp://HOST:PORT" },
	{ "postgres://h1,h2/db", "" },
	{ "mongodb://h1:27017,h2:27017/db", "" },
	{ "k1:9092,k2:9092", "" },
};

static void what_is_no_target_is_refused(void **state)
{
	char text[2 * TARGET_TEXT_MAX];

	(void)state;
	for (size_t i = 0; i < N_OF(refused); i++) {
		if (target_parse(refused[i][0], strlen(refused[i][0]), &t, &error) != -EINVAL) {
			fail_msg("%s is accepted", refused[i][0]);
		}
		assert_string_equal(error.suggestion, refused[i][1]);
		assert_true(error.text[0] != '\0');
	}
	memset(text, 'a', sizeof(text));
	assert_int_equal(target_parse(text, sizeof(text), &t, &error), -EINVAL);
	memcpy(text, "http://h/", 9);
	assert_int_equal(target_parse(text, TARGET_TEXT_MAX - 1, &t, &error), 0);
	memset(text + 9, ' ', sizeof(text) - 9); /* three times as long when encoded */
	assert_int_equal(target_parse(text, TARGET_TEXT_MAX - 1, &t, &error), -EINVAL);
}

static void exactly_len_bytes_are_read(void **state)
{
	(void)state;
	assert_int_equal(target_parse("host:5432", 8, &t, &error), 0);
	assert_int_equal(t.port, 543);
	assert_int_equal(target_parse("a\0b", 3, &t, &error), 0);
	assert_int_equal(t.flaw, FLAW_BLANK);
}

static void starttls_can_be_turned_off(void **state)
{
	(void)state;
	parse("smtp://mail:587/?starttls=never");
	assert_true(t.starttls_never);
	parse("smtp://mail:587/?xstarttls=never");
	assert_false(t.starttls_never);
}

static void targets_are_made_from_parts(void **state)
{
	char text[TARGET_TEXT_MAX];
	char host[300];
	struct buf buf;

	(void)state;
	assert_int_equal(target_make(SCHEME_HTTP, "2001:DB8::1", 8080, "/x", &t), 0);
	assert_true(t.literal);
	assert_string_equal(t.input, "http://[2001:db8::1]:8080/x");
	buf_init(&buf, text, sizeof(text));
	target_format_authority(&buf, &t);
	assert_string_equal(text, "[2001:db8::1]:8080");
	assert_int_equal(target_make(SCHEME_TCP, "Proxy.Example", 3128, "", &t), 0);
	assert_string_equal(t.host, "proxy.example");
	assert_int_equal(target_make(SCHEME_KAFKA, "a b", 9092, "", &t), 0);
	assert_int_equal(t.flaw, FLAW_BLANK);
	memset(host, 'a', sizeof(host));
	host[sizeof(host) - 1] = '\0';
	assert_int_equal(target_make(SCHEME_TCP, host, 1, "", &t), -EINVAL);
}

static const char *const redirects[][3] = {
	{ "http://h/a/b?c", "https://x/y", "https://x/y" },
	{ "http://h/a/b?c", "HTTPS://X:444", "https://x:444" },
	{ "http://h/a/b?c", "//x/y", "http://x/y" },
	{ "https://h/a/b?c", "//x/y", "https://x/y" },
	{ "http://h:81/a/b?c", "/y?z#f", "http://h:81/y?z" },
	{ "http://h/a/b?c", "y", "http://h/a/y" },
	{ "http://h/a/b?c", "?z", "http://h/a/b?z" },
	{ "http://h/a/b?c", "#f", "http://h/a/b?c" },
	{ "http://h/a/b?c", "../../../y", "http://h/y" },
	{ "http://h/a/b/c", "../y/.", "http://h/a/y/" },
	{ "http://h/a/b/c", "..", "http://h/a/" },
	{ "http://h", "y", "http://h/y" },
	{ "http://h", "?y", "http://h/?y" },
	{ "http://h/a", "/b c\xc3\xa4", "http://h/b%20c%C3%A4" },
	{ "http://h/a", " /b ", "http://h/b" },
	{ "http://h/a", "/x?u=https://y/", "http://h/x?u=https://y/" },
	{ "http://h/a", "", NULL },
	{ "http://h/a", "mailto:a@b", NULL },
	{ "http://h/a", "javascript:alert(1)", NULL },
	{ "http://h/a", "ftp://h/", NULL },
	{ "http://h/a", "http:b", NULL },
	{ "http://h/a", "/b\r\nX: y", NULL },
	{ "http://h/a", "redis://127.0.0.1/", NULL },
	{ "http://h/a", "\"https://h/", NULL },
	{ "postgres://h/a", "/b", NULL },
};

static void locations_are_resolved(void **state)
{
	static struct target to;

	(void)state;
	for (size_t i = 0; i < N_OF(redirects); i++) {
		const char *location = redirects[i][1];
		int r = 0;

		parse(redirects[i][0]);
		r = target_redirect(&t, location, strlen(location), &to);
		if ((r == 0) != (redirects[i][2] != NULL)) {
			fail_msg("%s gives %d", location, r);
		}
		if (r == 0) {
			assert_string_equal(to.input, redirects[i][2]);
			assert_int_equal(to.flaw, FLAW_NONE);
		}
	}
}

static void a_redirect_takes_user_info_only_back_home(void **state)
{
	static struct target to;

	(void)state;
	parse("https://u:p@h/a");
	assert_int_equal(target_redirect(&t, "/b", 2, &to), 0);
	assert_string_equal(to.secret, "p");
	assert_int_equal(target_redirect(&t, "https://h/b", 11, &to), 0);
	assert_string_equal(to.secret, "p");
	assert_int_equal(target_redirect(&t, "https://x/b", 11, &to), 0);
	assert_string_equal(to.user, "");
	assert_string_equal(to.secret, "");
	assert_int_equal(target_redirect(&t, "http://h/b", 10, &to), 0);
	assert_string_equal(to.secret, "");
	assert_int_equal(target_redirect(&t, "http://undefined/b", 18, &to), 0);
	assert_int_equal(to.flaw, FLAW_PLACEHOLDER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_targets_are_read),
		cmocka_unit_test(flaws_are_told_by_the_part_that_shows_them),
		cmocka_unit_test(nothing_of_a_broken_password_is_kept),
		cmocka_unit_test(the_input_is_kept_without_secrets),
		cmocka_unit_test(user_info_is_decoded),
		cmocka_unit_test(what_is_no_target_is_refused),
		cmocka_unit_test(exactly_len_bytes_are_read),
		cmocka_unit_test(starttls_can_be_turned_off),
		cmocka_unit_test(targets_are_made_from_parts),
		cmocka_unit_test(locations_are_resolved),
		cmocka_unit_test(a_redirect_takes_user_info_only_back_home),
	};

	return cmocka_run_group_tests_name("target", tests, NULL, NULL);
}
