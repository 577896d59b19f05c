package org.mlanalytics.files.fetching;

import java.util.Locale;

/**
 * Why a file was not fetched or not unpacked. The reason is for operators; who asked for the file
 * is told the {@link Group} only, because the reasons of one group would let him map the network
 * behind the worker.
 */
public enum RefusalReason {
  /** Not an address, or one of many spellings of it where only the plain one is taken. */
  ADDRESS_INVALID(Group.ADDRESS, false),
  /** A user or password in the address. */
  USER_INFO(Group.ADDRESS, false),
  SCHEME_FORBIDDEN(Group.ADDRESS, false),
  HOST_FORBIDDEN(Group.ADDRESS, false),
  PORT_FORBIDDEN(Group.ADDRESS, false),
  /** The name has no address now. */
  NAME_UNKNOWN(Group.ADDRESS, true),
  /** One of the addresses of the name lies in a network that may not be reached. */
  NETWORK_FORBIDDEN(Group.ADDRESS, false),
  REDIRECT_INVALID(Group.ADDRESS, false),
  TOO_MANY_REDIRECTS(Group.ADDRESS, false),
  /** A file outside the configured directories, or not a plain file. */
  PATH_FORBIDDEN(Group.ADDRESS, false),
  /** A bucket that is not configured. */
  BUCKET_FORBIDDEN(Group.ADDRESS, false),

  CONNECT_FAILED(Group.SOURCE, true),
  /** No valid certificate for this name, or no common protocol. */
  TLS_FAILED(Group.SOURCE, false),
  /** Status 401, 403 or 407. */
  ACCESS_DENIED(Group.SOURCE, false),
  /** Status 404 or 410, or no such file. */
  NOT_FOUND(Group.SOURCE, false),
  /** Status 408, 425, 429 or 5xx. */
  SOURCE_UNAVAILABLE(Group.SOURCE, true),
  STATUS_UNEXPECTED(Group.SOURCE, false),
  /** What came is not HTTP/1.1. */
  RESPONSE_INVALID(Group.SOURCE, false),
  CONNECTION_LOST(Group.SOURCE, true),

  CONNECT_TIMED_OUT(Group.LIMIT, true),
  IDLE_TIMED_OUT(Group.LIMIT, true),
  TOTAL_TIMED_OUT(Group.LIMIT, true),
  HEADERS_TOO_LARGE(Group.LIMIT, false),
  TOO_LARGE(Group.LIMIT, false),
  UNPACKED_TOO_LARGE(Group.LIMIT, false),
  /** Unpacks to a multiple of its size that no table has. */
  RATIO_TOO_HIGH(Group.LIMIT, false),

  /**
   * Neither a length nor chunks, and nothing expected: a file that was cut off would look whole.
   */
  LENGTH_UNKNOWN(Group.CONTENT, false),
  /** Fewer bytes than announced. */
  BODY_CUT_OFF(Group.CONTENT, true),
  /** More bytes than announced. */
  BODY_TOO_LONG(Group.CONTENT, false),
  /** Not the size that was expected. */
  SIZE_DIFFERS(Group.CONTENT, false),
  /** Not the SHA-256 that was expected. */
  CHECKSUM_DIFFERS(Group.CONTENT, false),
  /** A Content-Encoding other than one of the packings. */
  ENCODING_UNSUPPORTED(Group.CONTENT, false),
  /** Damaged, cut off, or with something behind its end. */
  PACKING_INVALID(Group.CONTENT, false),
  /** Known by its first bytes as something else than what was said. */
  TYPE_WRONG(Group.CONTENT, false);

  private final Group group;
  private final boolean temporary;

  RefusalReason(Group group, boolean temporary) {
    this.group = group;
    this.temporary = temporary;
  }

  /** The stable name, such as {@code network-forbidden}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the caller may know. */
  public Group group() {
    return group;
  }

  /** Whether the same request may succeed later without anybody changing it. */
  public boolean temporary() {
    return temporary;
  }

  /** The reasons as the caller sees them. */
  public enum Group {
    ADDRESS("the address may not be fetched"),
    SOURCE("the source did not give the file"),
    LIMIT("the file or its transfer is beyond a limit"),
    CONTENT("the content is not what was announced");

    private final String message;

    Group(String message) {
      this.message = message;
    }

    /** A message without any detail of the network or the configuration. */
    public String message() {
      return message;
    }
  }
}
