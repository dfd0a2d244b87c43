// libgit2 brings clients for HTTP, TLS, SSH and Kerberos. hoso fetches and pushes with the program `git` and has no use
// for them, yet loading and starting their libraries would be half of each start. These functions stand in their place:
// starting succeeds and does nothing, everything else refuses, so that libgit2 reaches no network at all.
//
// The list is what the libgit2 1.5 of Debian 12 asks for where it is linked into the program; a name that is missing fails
// there. Where libgit2 is loaded at the start it keeps its own.

#ifdef HOSO_LIBGIT2_PACKAGE

#define DOES_NOTHING(name) \
  long name(void) { return 0; }
// An error in each of these libraries, and in none of them the end of a text or a length.
#define REFUSES(name) \
  long name(void) { return -1; }

// What git_libgit2_init calls, what only takes things down, and what answers a pointer.
DOES_NOTHING(libssh2_init)
DOES_NOTHING(libssh2_exit)
DOES_NOTHING(libssh2_session_init_ex)
DOES_NOTHING(libssh2_session_free)
DOES_NOTHING(libssh2_session_abstract)
DOES_NOTHING(libssh2_session_hostkey)
DOES_NOTHING(libssh2_session_set_blocking)
DOES_NOTHING(libssh2_agent_init)
DOES_NOTHING(libssh2_agent_free)
DOES_NOTHING(libssh2_channel_open_ex)
DOES_NOTHING(libssh2_channel_set_blocking)
DOES_NOTHING(libssh2_hostkey_hash)
DOES_NOTHING(libssh2_knownhost_init)
DOES_NOTHING(libssh2_knownhost_free)
DOES_NOTHING(libssh2_userauth_list)
DOES_NOTHING(libssh2_userauth_authenticated)
DOES_NOTHING(mbedtls_ctr_drbg_init)
DOES_NOTHING(mbedtls_ctr_drbg_seed)
DOES_NOTHING(mbedtls_ctr_drbg_free)
DOES_NOTHING(mbedtls_entropy_init)
DOES_NOTHING(mbedtls_entropy_free)
DOES_NOTHING(mbedtls_ssl_config_init)
DOES_NOTHING(mbedtls_ssl_config_defaults)
DOES_NOTHING(mbedtls_ssl_config_free)
DOES_NOTHING(mbedtls_ssl_conf_authmode)
DOES_NOTHING(mbedtls_ssl_conf_ca_chain)
DOES_NOTHING(mbedtls_ssl_conf_ciphersuites)
DOES_NOTHING(mbedtls_ssl_conf_min_version)
DOES_NOTHING(mbedtls_ssl_conf_rng)
DOES_NOTHING(mbedtls_ssl_get_peer_cert)
DOES_NOTHING(mbedtls_ssl_init)
DOES_NOTHING(mbedtls_ssl_free)
DOES_NOTHING(mbedtls_ssl_set_bio)
DOES_NOTHING(mbedtls_strerror)
DOES_NOTHING(mbedtls_x509_crt_init)
DOES_NOTHING(mbedtls_x509_crt_free)
DOES_NOTHING(mbedtls_sha256_init)
DOES_NOTHING(mbedtls_sha256_free)
DOES_NOTHING(http_parser_init)
DOES_NOTHING(http_parser_pause)
DOES_NOTHING(http_parser_execute)
DOES_NOTHING(http_should_keep_alive)

REFUSES(libssh2_session_handshake)
REFUSES(libssh2_session_disconnect_ex)
REFUSES(libssh2_session_last_error)
REFUSES(libssh2_session_method_pref)
REFUSES(libssh2_agent_connect)
REFUSES(libssh2_agent_disconnect)
REFUSES(libssh2_agent_get_identity)
REFUSES(libssh2_agent_list_identities)
REFUSES(libssh2_agent_userauth)
REFUSES(libssh2_channel_close)
REFUSES(libssh2_channel_free)
REFUSES(libssh2_channel_process_startup)
REFUSES(libssh2_channel_read_ex)
REFUSES(libssh2_channel_write_ex)
REFUSES(libssh2_knownhost_checkp)
REFUSES(libssh2_knownhost_readfile)
REFUSES(libssh2_userauth_keyboard_interactive_ex)
REFUSES(libssh2_userauth_password_ex)
REFUSES(libssh2_userauth_publickey)
REFUSES(libssh2_userauth_publickey_fromfile_ex)
REFUSES(libssh2_userauth_publickey_frommemory)
REFUSES(mbedtls_ctr_drbg_random)
REFUSES(mbedtls_entropy_func)
REFUSES(mbedtls_ssl_close_notify)
REFUSES(mbedtls_ssl_get_ciphersuite_id)
REFUSES(mbedtls_ssl_get_verify_result)
REFUSES(mbedtls_ssl_handshake)
REFUSES(mbedtls_ssl_read)
REFUSES(mbedtls_ssl_set_hostname)
REFUSES(mbedtls_ssl_setup)
REFUSES(mbedtls_ssl_write)
REFUSES(mbedtls_x509_crt_parse_file)
REFUSES(mbedtls_x509_crt_parse_path)
REFUSES(mbedtls_x509_crt_verify_info)
REFUSES(mbedtls_sha256_starts)
REFUSES(mbedtls_sha256_update)
REFUSES(mbedtls_sha256_finish)
REFUSES(http_parser_parse_url)
REFUSES(gss_delete_sec_context)
REFUSES(gss_display_status)
REFUSES(gss_import_name)
REFUSES(gss_indicate_mechs)
REFUSES(gss_init_sec_context)
REFUSES(gss_release_buffer)
REFUSES(gss_release_name)
REFUSES(gss_release_oid_set)

/// The text of an error of the HTTP parser.
const char *http_errno_description(void) { return "hoso uses no network"; }

/// A name type of GSSAPI that nothing is compared with.
void *GSS_C_NT_HOSTBASED_SERVICE;

#endif
