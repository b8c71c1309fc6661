package jp.frontdesk.reading.evidence;

/// How many characters must be changed, added or taken away to make one text of another.
public final class TextDistance {
  private TextDistance() {}

  /// The number of such changes, in code points.
  public static int between(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    int[] row = new int[right.length + 1];
    for (int j = 0; j <= right.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length; j++) {
        int above = row[j];
        int change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[right.length];
  }
}
