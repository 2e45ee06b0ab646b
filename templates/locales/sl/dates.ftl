### Datumi in ure. Pri dnevu in letu gre za besedilo, pri mesecu in dnevu v tednu za številko.

dates-day =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sreda
        [4] četrtek
        [5] petek
        [6] sobota
       *[7] nedelja
    }, { $day }. { $month ->
        [1] januar
        [2] februar
        [3] marec
        [4] april
        [5] maj
        [6] junij
        [7] julij
        [8] avgust
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
dates-day-genitive =
    { $weekday ->
        [1] ponedeljka
        [2] torka
        [3] srede
        [4] četrtka
        [5] petka
        [6] sobote
       *[7] nedelje
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    } { $year }
dates-day-accusative =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sredo
        [4] četrtek
        [5] petek
        [6] soboto
       *[7] nedeljo
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    } { $year }
dates-day-short = { $day }. { $month }. { $year }

dates-deadline =
    { $weekday ->
        [1] ponedeljka
        [2] torka
        [3] srede
        [4] četrtka
        [5] petka
        [6] sobote
       *[7] nedelje
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    } { $year }, do { $time }
dates-deadline-accusative =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sredo
        [4] četrtek
        [5] petek
        [6] soboto
       *[7] nedeljo
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    } { $year }, ob { $time }
dates-deadline-brief =
    { $weekday ->
        [1] ponedeljka
        [2] torka
        [3] srede
        [4] četrtka
        [5] petka
        [6] sobote
       *[7] nedelje
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    }, do { $time }

dates-opening-accusative =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sredo
        [4] četrtek
        [5] petek
        [6] soboto
       *[7] nedeljo
    }, { $day }. { $month ->
        [1] januarja
        [2] februarja
        [3] marca
        [4] aprila
        [5] maja
        [6] junija
        [7] julija
        [8] avgusta
        [9] septembra
        [10] oktobra
        [11] novembra
       *[12] decembra
    } { $year }, ob { $time }

dates-moment =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sreda
        [4] četrtek
        [5] petek
        [6] sobota
       *[7] nedelja
    }, { $day }. { $month ->
        [1] januar
        [2] februar
        [3] marec
        [4] april
        [5] maj
        [6] junij
        [7] julij
        [8] avgust
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }, ob { $time }
dates-moment-zone =
    { $weekday ->
        [1] ponedeljek
        [2] torek
        [3] sreda
        [4] četrtek
        [5] petek
        [6] sobota
       *[7] nedelja
    }, { $day }. { $month ->
        [1] januar
        [2] februar
        [3] marec
        [4] april
        [5] maj
        [6] junij
        [7] julij
        [8] avgust
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }, ob { $clock } ({ $zone })

dates-stamp = { $day }. { $month }. { $year }, { $time }

dates-time = { $hour }.{ $minute }
dates-time-seconds = { $hour }.{ $minute }.{ $second }

dates-zone = { $abbreviation ->
    [CEST] srednjeevropski poletni čas
    [CET] srednjeevropski čas
    [UTC] univerzalni čas
   *[other] { $abbreviation }
}
