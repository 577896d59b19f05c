package org.mlanalytics.files.ingestfile.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tenants by the SHA-256 digests of their tokens. A token is 32 random bytes or more: nobody
 * guesses it from its digest, however fast that is computed, so the slow digests that passwords
 * need would only slow down every call. A short token is refused, because it may be a password.
 */
public final class TokenDigests implements Tenants {

  /** A token has at least so many characters: 32 bytes in base64. */
  public static final int SHORTEST = 43;

  private static final Pattern LINE = Pattern.compile("([a-z0-9][a-z0-9-]{0,31}):([0-9a-f]{64})");

  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param lines {@code tenant:digest} each, the digest in lower case hexadecimal; empty lines and
   *     those that begin with {@code #} mean nothing. A tenant may have several tokens
   * @throws IllegalArgumentException with the number of a line that is none of these
   */
  public TokenDigests(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("line " + (i + 1) + " is not tenant:sha256");
      }
      entries.add(new Entry(matcher.group(1), HexFormat.of().parseHex(matcher.group(2))));
    }
  }

  @Override
  public Optional<String> of(String bearer) {
    if (bearer == null || bearer.length() < SHORTEST) {
      return Optional.empty();
    }
    byte[] digest = sha256(bearer);
    String tenant = null;
    // every entry is compared, whichever is the right one: the time tells nothing
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.digest, digest)) {
        tenant = entry.tenant;
      }
    }
    return Optional.ofNullable(tenant);
  }

  @Override
  public Set<String> names() {
    return entries.stream().map(Entry::tenant).collect(Collectors.toSet());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Entry(String tenant, byte[] digest) {}
}
