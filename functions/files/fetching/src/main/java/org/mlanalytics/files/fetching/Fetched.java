package org.mlanalytics.files.fetching;

import java.net.URI;

/**
 * A file that is in the sink, byte for byte as it came.
 *
 * @param bytes its size as it came, packed
 * @param sha256 of these bytes, 64 small hexadecimal digits
 * @param source the address that gave it, after all redirects; its query may hold a signature
 * @param redirects how many were followed
 */
public record Fetched(long bytes, String sha256, URI source, int redirects) {}
