/** What turning submissions into rows on topics costs, beside peers that do the same. */
package org.mlanalytics.bench.streams;
