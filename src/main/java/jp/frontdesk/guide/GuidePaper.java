package jp.frontdesk.guide;

import java.util.List;
import jp.frontdesk.guide.floors.FloorPlan;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmPoint;

/// A guide as it is printed, every word already in the resident's language. It names nobody and
/// shows no address, so that it may be left lying about.
///
/// @param language BCP 47, e.g. `vi`, for readers' voices
/// @param face the letters of the language
/// @param title e.g. 手続・窓口のご案内
/// @param subtitle the town, the reception number and the day
/// @param lead one or two sentences above the list
/// @param words the fixed words of the page
/// @param stops the counters in the order of the way through the building
/// @param maps the floors on the way that have a plan, in the order of the way
/// @param footer small print at the end, e.g. that the counter's word counts
/// @param takeAlong what the QR codes say, the whole list as text in parts that a phone reads;
///   empty for an empty list
public record GuidePaper(
    String language,
    Face face,
    String title,
    String subtitle,
    String lead,
    Words words,
    List<Stop> stops,
    List<FloorMap> maps,
    String footer,
    List<String> takeAlong) {
  public GuidePaper {
    stops = List.copyOf(stops);
    maps = List.copyOf(maps);
    takeAlong = List.copyOf(takeAlong);
  }

  /// The fixed words, in the resident's language.
  ///
  /// @param deadline e.g. いつまで
  /// @param bring e.g. 持ってくるもの
  /// @param missed e.g. おくれると
  /// @param forms e.g. 書類
  /// @param law e.g. きまり
  /// @param takeAlong beside the QR code, e.g. スマートフォンで読むと、この一覧を持ち帰れます
  /// @param maps above the floor plans, e.g. フロア図
  /// @param mapsLead what the numbers on them are
  public record Words(
      String deadline,
      String bring,
      String missed,
      String forms,
      String law,
      String takeAlong,
      String maps,
      String mapsLead) {}

  /// One floor with the stops that are on it.
  ///
  /// @param caption building and floor, e.g. 本庁舎 1階
  /// @param marks in the order of the way, at least one
  public record FloorMap(String caption, FloorPlan plan, List<Mark> marks) {
    public FloorMap {
      marks = List.copyOf(marks);
    }
  }

  /// A stop on a plan.
  ///
  /// @param number of the stop in the list, from 1
  /// @param at in the plan's units
  public record Mark(int number, MmPoint at, String counter, String where) {}

  /// A counter and what is done there.
  ///
  /// @param counter its name in the resident's language
  /// @param japanese its name on the signs of the building; empty where it is the same
  /// @param where floor and number, e.g. 1階 3番
  /// @param hours e.g. 8:30–17:15
  public record Stop(
      String counter, String japanese, String where, String hours, List<Task> tasks) {
    public Stop {
      tasks = List.copyOf(tasks);
    }
  }

  /// A procedure.
  ///
  /// @param name in the resident's language
  /// @param japanese the official name; empty where it is the same
  /// @param about one sentence on what it is and whom it is for
  /// @param deadline a date in words; empty for none
  /// @param bring things to bring, may be empty
  /// @param missed what happens if it is missed; may be empty
  /// @param forms titles of the forms that come out filled in; may be empty
  /// @param law law and article; may be empty
  /// @param isMaybe the resident skipped a question, so the counter has to say
  public record Task(
      String name,
      String japanese,
      String about,
      String deadline,
      List<String> bring,
      String missed,
      List<String> forms,
      String law,
      boolean isMaybe) {
    public Task {
      bring = List.copyOf(bring);
      forms = List.copyOf(forms);
    }
  }
}
